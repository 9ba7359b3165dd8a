import { formatMoment } from '#kernel/format.ts';
import { t } from '#kernel/words.ts';
import type { Turn } from '../../appeals.ts';

/** What was said, in its order. `applicant` is how this reader calls the one who appeals. */
export function Dialogue({ turns, applicant }: { turns: Turn[]; applicant: string }) {
  return (
    <ol class="dialogue" aria-label={t('What was said')}>
      {turns.map(({ words, saidAt, answeredBy }) => (
        <li class={answeredBy === null ? 'dialogue-theirs' : 'dialogue-ours'}>
          <p class="small">
            <strong>{answeredBy ?? applicant}</strong>, {formatMoment(saidAt)}
          </p>
          <p class="application-text">{words}</p>
        </li>
      ))}
    </ol>
  );
}
