import type { Settings } from '#kernel/settings.ts';
import { Notice } from '#kernel/ui/index.ts';
import { rich, t } from '#kernel/words.ts';

/** While a steward has closed applications: what they say about it, and the way back for whoever has begun. */
export function NotTaking({ community }: { community: Settings }) {
  return (
    <Notice>
      <p>
        <strong>{t('We are not taking applications now.')}</strong> {community['rooms.joining-sentence']}
      </p>
      <p>
        {rich('Have you begun one? <a>Ask for its link</a>, and finish it in your own time.', {
          a: (text) => <a href="/join/applications/new">{text}</a>,
        })}
      </p>
    </Notice>
  );
}
