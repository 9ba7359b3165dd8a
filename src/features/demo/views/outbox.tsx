import { formatMoment } from '#kernel/format.ts';
import { Empty, PageHead } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';

type Letter = { id: string; to: string; subject: string; text: string; writtenAt: Date };

/** Every letter that would have been sent, newest first. */
export function OutboxPage({ letters }: { letters: Letter[] }) {
  return (
    <div class="reading">
      <PageHead title={t('Letters')} lede={t('Here nothing leaves the house. This is what would have been sent.')} />
      {letters.length === 0 && (
        <Empty>
          <p>{t('No letters yet.')}</p>
        </Empty>
      )}
      {letters.map(({ id, to, subject, text, writtenAt }) => (
        <article class="outbox-letter" id={`letter-${id}`}>
          <h2>{subject}</h2>
          <p class="small">{t('To {to}, {moment}', { to, moment: formatMoment(writtenAt) })}</p>
          <pre>{pieces(text).map((piece) => (/^https?:\/\//.test(piece) ? <a href={piece}>{piece}</a> : piece))}</pre>
        </article>
      ))}
    </div>
  );
}

/** `See https://x.example/y now.` → `See `, the address, ` now.` */
function pieces(text: string): string[] {
  return text.split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)])/);
}
