import { z } from 'zod';
import type { PasskeyAnswer } from '#kernel/session/index.ts';
import { t } from '#kernel/words.ts';

/** An address as people type it. */
export const EmailText = z
  .string({ error: () => t('Type your e-mail address.') })
  .trim()
  .max(254, { error: () => t('That is longer than an e-mail address can be.') })
  .pipe(z.email({ error: () => t('Type an e-mail address such as name@example.org.') }));

export const Checked = z
  .literal('yes')
  .optional()
  .catch(undefined)
  .transform((value) => value === 'yes');

const Next = z.string().default('/').catch('/');

export const LetterInput = z.object({ email: EmailText, shared: Checked, next: Next });

export const CodeInput = z.object({
  email: EmailText,
  code: z
    .string({ error: () => t('Type the six digits from the letter.') })
    .transform((typed) => typed.replace(/\s/g, ''))
    .pipe(z.string().regex(/^\d{6}$/, { error: () => t('The code is six digits, such as 123 456.') })),
});

export const LinkInput = z.object({ token: z.string().default(''), shared: Checked, next: Next });

export const PasswordSignInInput = z.object({
  email: EmailText,
  password: z.string({ error: () => t('Type your password.') }).max(128, { error: () => t('Type your password.') }),
  shared: Checked,
  next: Next,
});

export const SecondFactorInput = z.object({
  code: z
    .string({ error: () => t('Type the code from your app, or one of your backup codes.') })
    .max(40, { error: () => t('Type the code from your app, or one of your backup codes.') }),
});

export const NameInput = z.object({
  name: z
    .string({ error: () => t('Tell us the name that others may call you by.') })
    .trim()
    .min(1, { error: () => t('Tell us the name that others may call you by.') })
    .max(120, { error: () => t('Please keep the name under 120 characters.') }),
});

export const NewEmailInput = z.object({ email: EmailText });

const OldPassword = z
  .string()
  .max(128, { error: () => t('That is longer than a password can be.') })
  .optional();

export const PasswordInput = z.object({
  current: OldPassword,
  password: z
    .string({ error: () => t('Type the password that you would like.') })
    .min(10, { error: () => t('Use at least 10 characters: three words that do not belong together are good.') })
    .max(128, { error: () => t('Please keep the password under 128 characters.') }),
});

export const TwoFactorInput = z.object({ password: OldPassword });

/** What our own script sends: the browser's answer, which better-auth reads, and what goes with it. */
export const PasskeyInput = z.object({
  response: z.custom<PasskeyAnswer>((answer) => typeof answer === 'object' && answer !== null),
  next: Next,
  shared: z.boolean().catch(false),
});
export const NewPasskeyInput = z.object({
  response: z.record(z.string(), z.unknown()),
  name: z.string().max(80).catch(''),
});

export const AppCodeInput = z.object({
  code: z
    .string({ error: () => t('Type the six digits that your app shows.') })
    .transform((typed) => typed.replace(/\s/g, ''))
    .pipe(z.string().regex(/^\d{6}$/, { error: () => t('The code is six digits, such as 123 456.') })),
});

export const DeletionInput = z.object({
  word: z
    .string({ error: () => t('Type DELETE, in capitals, to say that you mean it.') })
    .trim()
    .refine((word) => word === 'DELETE', { error: () => t('Type DELETE, in capitals, to say that you mean it.') }),
});
