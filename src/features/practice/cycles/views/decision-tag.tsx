import { Tag } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import { type Decision, decided } from '../decisions.ts';

const TONES = { adopt: 'moss', adapt: 'water', abandon: 'bracken' } as const;

/** What came of it, or how far it is. */
export function DecisionTag({
  cycle: { decision, startsOn = null },
}: {
  cycle: { decision: Decision | null; startsOn?: string | null };
}) {
  if (decision) return <Tag tone={TONES[decision]}>{decided(decision)}</Tag>;
  return <Tag>{startsOn ? t('Under way') : t('Planned')}</Tag>;
}
