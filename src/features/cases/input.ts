import { z } from 'zod';
import { t } from '#kernel/words.ts';
import { AUDIENCES } from './audiences.ts';
import type { Case, Draft } from './cases.ts';
import { OPENINGS } from './versions.ts';

/** How many pieces of narrative a case may have. */
export const NARRATIVES = 6;

const long = (most: number) =>
  z
    .string()
    .trim()
    .max(most, { error: () => t('Please keep this under {most, number} characters.', { most }) })
    .default('');

const heading = long(120);
const body = long(6000);
const narratives = {
  heading1: heading,
  body1: body,
  heading2: heading,
  body2: body,
  heading3: heading,
  body3: body,
  heading4: heading,
  body4: body,
  heading5: heading,
  body5: body,
  heading6: heading,
  body6: body,
};

const claim = z.uuid({ error: () => t('One of these claims is not there any more. Please choose again.') });

export const CaseInput = z
  .object({
    title: z
      .string({ error: () => t('Give the case a title.') })
      .trim()
      .min(1, { error: () => t('Give the case a title.') })
      .max(160, { error: () => t('Please keep the title under 160 characters.') }),
    audience: z.enum(AUDIENCES, { error: () => t('Choose whom the case is for.') }),
    ask: long(1000),
    context: long(3000),
    claims: z
      .union([claim, z.array(claim)])
      .optional()
      .transform((given) => (given === undefined ? [] : [given].flat())),
    words: z
      .string()
      .max(200, { error: () => t('Search for a few words.') })
      .optional(),
  })
  .extend(narratives)
  .superRefine((input, context) => {
    const typed: Record<string, unknown> = input;
    for (let i = 1; i <= NARRATIVES; i++) {
      const [heading, body] = [typed[`heading${i}`], typed[`body${i}`]];
      if (heading && !body)
        context.addIssue({ code: 'custom', path: [`body${i}`], message: t('Write the text under this heading.') });
      if (body && !heading)
        context.addIssue({ code: 'custom', path: [`heading${i}`], message: t('Give this text a heading.') });
    }
  });

export const PublicationInput = z.object({
  opening: z.enum(OPENINGS, { error: () => t('Choose who may read it.') }),
});

export const AuthorInput = z.object({
  named: z
    .string({ error: () => t('Type a name or an e-mail address.') })
    .trim()
    .min(2, { error: () => t('Type a name or an e-mail address.') })
    .max(200, { error: () => t('Please keep it under 200 characters.') })
    .refine((named) => !named.includes('@') || z.email().safeParse(named).success, {
      error: () => t('This is not an e-mail address that we can write to.'),
    }),
});

export const WithdrawalInput = z.object({
  block: z.coerce
    .number({ error: () => t('Choose what has to go.') })
    .int()
    .min(0)
    .max(32_767),
  reason: z
    .string({ error: () => t('Say why it is withdrawn.') })
    .trim()
    .min(3, { error: () => t('Say why it is withdrawn.') })
    .max(500, { error: () => t('Please keep it under 500 characters.') }),
});

/** What was typed as a draft. */
export function draftIn(input: z.output<typeof CaseInput>): Draft {
  const typed: Record<string, unknown> = input;
  const told = Array.from({ length: NARRATIVES }, (_, i) => ({
    heading: String(typed[`heading${i + 1}`] ?? ''),
    body: String(typed[`body${i + 1}`] ?? ''),
  }));
  const { title, audience, ask, context, claims } = input;
  return { title, audience, ask, context, claims, narratives: told.filter(({ heading }) => heading !== '') };
}

/** A draft as its form was. */
export function typedOf({ title, audience, ask, context, claims, narratives: told }: Case): Record<string, unknown> {
  const texts = told.flatMap(({ heading, body }, i) => [
    [`heading${i + 1}`, heading],
    [`body${i + 1}`, body],
  ]);
  return { title, audience, ask, context, claims, ...Object.fromEntries(texts) };
}
