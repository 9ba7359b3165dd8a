import { csv } from '#kernel/sheets/index.ts';
import { t } from '#kernel/words.ts';
import { type Diagram, paths } from './diagram.ts';
import { TIERS, tierName } from './tiers.ts';

/** One line for each way from the aim to an idea, as CSV. */
export function csvOf(diagram: Diagram): string {
  const fields = [t('Aim'), ...TIERS.map(tierName)];
  const ways = paths(diagram);
  const data = (ways.length > 0 ? ways : [[]]).map((path) => [
    diagram.aim,
    ...TIERS.map((_, i) => path[i]?.words ?? ''),
  ]);
  return csv(fields, data);
}
