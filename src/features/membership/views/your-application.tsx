import { formatDate } from '#kernel/format.ts';
import { Notice } from '#kernel/ui/index.ts';
import { rich, t } from '#kernel/words.ts';
import type { Application } from '../applications.ts';

/** For somebody who has signed in, whose address is confirmed: we know you, and here is where it stands. */
export function YourApplication({ own }: { own: Application }) {
  return (
    <Notice>
      <p>
        <strong>{sentence(own)}</strong>{' '}
        {rich('<a>Here is where it stands</a>', { a: (text) => <a href="/join/applications/mine">{text}</a> })}
      </p>
    </Notice>
  );
}

function sentence({ state, startedAt, submittedAt, since }: Application): string {
  if (state === 'admitted') return t('You are a member already. It is good that you are here.');
  if (submittedAt === null) return t('You began an application on {date}.', { date: formatDate(startedAt) });
  const dates = { date: formatDate(submittedAt), since: formatDate(since) };
  if (state === 'more-needed') return t('You applied on {date}, and on {since} we asked to hear a little more.', dates);
  if (state === 'not-now') return t('You applied on {date}, and we answered on {since}.', dates);
  if (state === 'withdrawn') return t('You applied on {date}, and took it back on {since}.', dates);
  return t('You applied on {date}. It is being read.', dates);
}
