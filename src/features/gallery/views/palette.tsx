import { formatNumber } from '#kernel/format.ts';
import { DataTable } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { Measured, Scheme } from '../contrast.ts';
import { Piece } from './piece.tsx';

/** The faces and sizes, each in a line that somebody would really write. */
export function Type() {
  return (
    <Piece title={t('Type')}>
      <h1>{t('Everyone who improves care adds a stone')}</h1>
      <h2>{t('What would you tell the next person?')}</h2>
      <h3>{t('The huddle at two')}</h3>
      <h4>{t('A heading within a section')}</h4>
      <p class="lede">{t('Antibiotics within the hour for nine in ten, whatever the time of day.')}</p>
      <div class="reading">
        <p>
          {t('We tried it on one ward for six weeks. The morning team liked it; the night team had not heard of it.')}{' '}
          <a href="#type">{t('Read how')}</a>, <code>{t('a word of code')}</code>.
        </p>
        <blockquote>{t('She was right, and has joined the team.')}</blockquote>
        <p class="small">{t('Small print, still easy to read: since 2024, Wales.')}</p>
      </div>
    </Piece>
  );
}

/** Each pair of text and ground, drawn in its own colours, with its contrast as measured from the tokens. */
export function Palette({ palette }: { palette: Record<Scheme, Measured[]> }) {
  return (
    <Piece title={t('Palette')}>
      <SchemeTable caption={t('Contrast in the light')} pairs={palette.light} />
      <SchemeTable caption={t('Contrast in the dark')} pairs={palette.dark} />
    </Piece>
  );
}

function SchemeTable({ caption, pairs }: { caption: string; pairs: Measured[] }) {
  return (
    <DataTable
      caption={caption}
      columns={[
        { head: t('Sample'), cell: (pair) => <Sample pair={pair} /> },
        { head: t('Pair'), cell: ({ front, back }) => t('{front} on {back}', { front, back }) },
        { head: t('Ratio'), cell: ({ ratio }) => formatNumber(ratio, 1), numeric: true },
        { head: t('At least'), cell: ({ least }) => formatNumber(least, 1), numeric: true },
      ]}
      rows={pairs}
    />
  );
}

function Sample({ pair: { colours, what } }: { pair: Measured }) {
  const [front, back] = colours;
  return (
    <svg viewBox="0 0 72 30" width="72" height="30" aria-hidden="true" focusable="false">
      <rect width="72" height="30" rx="4" fill={back} />
      {what === 'text' ? (
        <text x="36" y="21" font-size="17" text-anchor="middle" fill={front}>
          Aa 12
        </text>
      ) : (
        <rect x="10" y="6" width="52" height="18" rx="4" fill="none" stroke={front} stroke-width="2" />
      )}
    </svg>
  );
}
