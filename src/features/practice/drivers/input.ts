import { z } from 'zod';
import { t } from '#kernel/words.ts';
import { needed } from '../fields.ts';

export const AimInput = z.object({ aim: needed(300, () => t('Say what the work is to achieve.')) });

const LONGEST = 160;
const AT_A_TIME = 20;

/** One driver a line. */
export const DriversInput = z.object({
  under: z.string().max(40).default(''),
  lines: needed(4000, () => t('Write at least one, each on a line of its own.')).transform((typed, context) => {
    const lines = typed
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
    if (lines.length > AT_A_TIME)
      context.addIssue({ code: 'custom', message: t('Please add at most {most} at a time.', { most: AT_A_TIME }) });
    if (lines.some((line) => line.length > LONGEST))
      context.addIssue({
        code: 'custom',
        message: t('Please keep each line under {most} characters.', { most: LONGEST }),
      });
    return lines;
  }),
});

export const DriverInput = z.object({
  words: needed(LONGEST, () => t('Say in a few words what it is.')),
  parents: z
    .union([z.string().max(40), z.array(z.string().max(40)).max(100)], {
      error: () => t('Choose at least one that it serves, or remove it instead.'),
    })
    .default([])
    .transform((given) => [given].flat()),
});

/** Buttons: nothing can be wrong with them. */
export const MoveInput = z.object({
  direction: z.enum(['up', 'down']).catch('up'),
  under: z.string().max(40).catch(''),
});
