import { z } from 'zod';
import { filled } from '#kernel/forms.ts';
import { t } from '#kernel/words.ts';
import { day, needed, words } from '../fields.ts';
import type { Cycle, Told } from './cycles.ts';
import { DECISIONS } from './decisions.ts';

const chosen = (wrong: () => string) => z.uuid({ error: wrong }).nullable().default(null);

/** In the order of the form, so that its error summary has that order too. */
export const CycleInput = z
  .object({
    question: needed(300, () => t('Write the question that this cycle is to answer.')),
    prediction: words(2000),
    plan: words(4000),
    startsOn: day,
    owner: chosen(() => t('Choose somebody who is on the team.')),
    change: chosen(() => t('Choose a change idea from the list.')),
    measure: chosen(() => t('Choose one of the measures.')),
    after: z
      .string()
      .regex(/^[1-9]\d{0,5}$/, { error: () => t('Choose an earlier cycle of this work.') })
      .transform(Number)
      .nullable()
      .default(null),
    happened: words(4000),
    endsOn: day,
    learning: words(4000),
    decision: z
      .enum(DECISIONS, { error: () => t('Choose one of the three, or none yet.') })
      .nullable()
      .default(null),
  })
  .transform(
    ({ owner, change, measure, ...told }): Told => ({
      ...told,
      ownerId: owner,
      changeId: change,
      measureId: measure,
    }),
  );

/** What is stored, as the form shows it. */
export function formOf(cycle: Partial<Cycle>) {
  const { ownerId, changeId, measureId, ...told } = cycle;
  return filled({ ...told, owner: ownerId, change: changeId, measure: measureId });
}
