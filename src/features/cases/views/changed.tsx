import { gradeName } from '#features/evidence/index.ts';
import { Notice } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { Change, Changed } from '../changes.ts';

/** Says that the data behind a published version have changed, and how. */
export function ChangedSince({ changed }: { changed: Changed[] }) {
  if (changed.length === 0) return null;
  return (
    <Notice tone="bracken" title={t('Changed since this was published')}>
      <ul>
        {changed.map(({ statement, changes }) => (
          <li>{t('“{statement}”: {changes}', { statement, changes: changes.map(changeSentence).join(' ') })}</li>
        ))}
      </ul>
    </Notice>
  );
}

export function changeSentence(change: Change): string {
  switch (change.code) {
    case 'gone':
      return t('its readings can no longer be seen.');
    case 'withdrawn':
      return t('it was withdrawn. {reason}', { reason: change.reason });
    case 'grade':
      return t('the evidence was {was} and is now {now}.', { was: gradeName(change.was), now: gradeName(change.now) });
    case 'number':
      return t('the average was {was} and is now {now}.', change);
    case 'readings':
      return t('{more, plural, one {there is one more reading.} other {there are # more readings.}}', change);
    case 'under-review':
      return t('readings behind it were changed or withdrawn and are under review.');
  }
}
