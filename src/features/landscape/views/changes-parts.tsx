import { MODES, modeName } from '#features/work/index.ts';
import { type Child, DataTable } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import { FEW, type Row, type Trend } from '../changes.ts';
import type { Changes, Figure, Narrowed } from '../figures.ts';
import { GroupsChart, YearsChart } from './changes-chart.tsx';
import { changeInWords, shareInWords, verdictName } from './changes-words.ts';

type FigureProps = { name: Figure; title: string; says: string; narrowed: Narrowed; children?: Child };

/** A figure: what it says, then the figure, then where its numbers are. */
export function FigureSection({ name, title, says, narrowed, children }: FigureProps) {
  const query = new URLSearchParams(Object.entries(narrowed).flatMap(([key, value]) => (value ? [[key, value]] : [])));
  return (
    <section class="changes-figure" aria-labelledby={name}>
      <h2 id={name}>{title}</h2>
      <p>{says}</p>
      {children}
      <p class="small">
        <a href={`/landscape/changes/${name}.csv${query.size > 0 ? `?${query}` : ''}`}>
          {t('These numbers as CSV: {title}', { title })}
        </a>
      </p>
    </section>
  );
}

/** Four small charts, one a mode, and the table that says the same. */
export function ByMode({ rows, nameOf, head, found, years }: ByModeProps) {
  const few = years ? 0 : rows.filter(({ works }) => works < FEW).length;
  return (
    <>
      <div class="changes-charts">
        {MODES.map((mode) => {
          const points = rows
            .map(({ key, modes }) => ({
              label: nameOf(key),
              share: modes[mode],
              unfinished: years && key === String(found.thisYear),
            }))
            .filter(({ share }) => years || share.share !== null);
          const chart = {
            points,
            id: `${years ? 'years' : head}-${mode}`.replace(/\W+/g, '-'),
            title: modeName(mode),
            says: points.map(({ label, share }) => `${label}: ${shareInWords(share)}`).join('; '),
          };
          return (
            <figure>
              <figcaption>{modeName(mode)}</figcaption>
              {years ? <YearsChart {...chart} /> : <GroupsChart {...chart} />}
            </figure>
          );
        })}
      </div>
      {few > 0 && (
        <p class="small">
          {t(
            '{few, plural, one {# group has} other {# groups have}} too little work for a share, and only a place in the table.',
            { few },
          )}
        </p>
      )}
      <Details>
        <DataTable
          caption={t('{head}: how much of the work reaches into each mode; works, per cent, 95% interval', { head })}
          stack
          rows={rows}
          columns={[
            { head, cell: ({ key }) => nameOf(key) },
            { head: t('Works'), cell: ({ works }) => works, numeric: true },
            ...MODES.map((mode) => ({ head: modeName(mode), cell: ({ modes }: Row) => shareInWords(modes[mode]) })),
          ]}
        />
      </Details>
    </>
  );
}
type ByModeProps = { rows: Row[]; nameOf: (key: string) => string; head: string; found: Changes; years?: boolean };

/** Topics or methods, those first that tell most; what is too rare to tell is folded away. */
export function Trends({ trends, nameOf, head, found }: TrendsProps) {
  const told = trends.filter(({ change }) => change);
  const few = trends.filter(({ change }) => !change);
  return (
    <>
      {told.length > 0 && <TrendsTable trends={told} nameOf={nameOf} head={head} found={found} />}
      {few.length > 0 && (
        <details>
          <summary>
            {t('{few, plural, one {# with too little work to tell} other {# with too little work to tell}}', {
              few: few.length,
            })}
          </summary>
          <TrendsTable trends={few} nameOf={nameOf} head={head} found={found} />
        </details>
      )}
    </>
  );
}
type TrendsProps = { trends: Trend[]; nameOf: (key: string) => string; head: string; found: Changes };

function TrendsTable({ trends, nameOf, head, found: { periods, years } }: TrendsProps) {
  const span = { from: String(years[0]), to: String(years.at(-1)) };
  const most = Math.max(1, ...trends.flatMap(({ perYear }) => perYear));
  return (
    <DataTable
      caption={
        trends.some(({ change }) => change)
          ? t('{head}: how many pieces of work began with each, {from} to {to}', { head, ...span })
          : t('{head}, too few to tell: how many pieces of work began with each, {from} to {to}', { head, ...span })
      }
      stack
      rows={trends}
      columns={[
        { head, cell: ({ key }) => nameOf(key) },
        { head: t('Year by year'), cell: ({ perYear }) => <Bars counts={perYear} most={most} years={years} /> },
        { head: periods.earlier.join('–'), cell: ({ earlier }) => t('{x} of {n}', earlier) },
        { head: periods.later.join('–'), cell: ({ later }) => t('{x} of {n}', later) },
        { head: t('Change, 99% interval'), cell: ({ change }) => changeInWords(change) },
        {
          head: t('So'),
          cell: ({ verdict, first }) =>
            verdict === 'few' && first >= periods.later[0]
              ? t('First in {year}, too few to tell', { year: String(first) })
              : verdictName(verdict),
        },
      ]}
    />
  );
}

/** How many in each year, as small columns. */
function Bars({ counts, most, years }: { counts: number[]; most: number; years: number[] }) {
  const width = counts.length * 9;
  const says = counts.map((count, i) => `${years[i]}: ${count}`).join(', ');
  return (
    <svg class="changes-bars" viewBox={`0 0 ${width} 24`} width={width} height="24" role="img" aria-label={says}>
      {counts.map((count, i) => {
        const height = count === 0 ? 1 : Math.max(3, Math.round((count / most) * 24));
        return <rect class="changes-bar" x={i * 9} y={24 - height} width="7" height={height} fill="#1b6380" />;
      })}
    </svg>
  );
}

export function Details({ children }: { children?: Child }) {
  return (
    <details>
      <summary>{t('The numbers')}</summary>
      {children}
    </details>
  );
}
