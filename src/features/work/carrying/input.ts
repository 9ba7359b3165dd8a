import { z } from 'zod';
import { t } from '#kernel/words.ts';

const someone = () => z.uuid({ error: () => t('Choose somebody who is on the team.') });
const said = (most: number, missing: () => string) =>
  z
    .string({ error: missing })
    .trim()
    .min(1, { error: missing })
    .max(most, { error: () => t('Please keep this under {most, number} characters.', { most }) });

export const DeputyInput = z.object({ deputy: someone() });

export const HandoverInput = z.object({
  to: someone(),
  note: z
    .string()
    .trim()
    .max(1000, { error: () => t('Please keep this under {most, number} characters.', { most: 1000 }) })
    .default(''),
});

export const SeekingInput = z.object({ seeking: said(600, () => t('Say in a sentence what somebody would take on.')) });

export const OfferInput = z.object({ words: said(1000, () => t('Say in a sentence why you would.')) });
