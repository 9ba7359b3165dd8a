import { MODES, type Mode, modeName, StateTag, whereOf, yearsOf } from '#features/work/index.ts';
import { formatNumber } from '#kernel/format.ts';
import { t } from '#kernel/words.ts';
import type { Line, Sort } from '../listing.ts';
import { leadingMode, type Summary } from '../reach.ts';
import { reachSentence } from './sentences.ts';

/** The same works as a list; by mode, under the mode that each has most of. */
export function Lines({ lines, sort, summary }: { lines: Line[]; sort: Sort; summary: Summary }) {
  if (sort !== 'mode') return <Group lines={lines} heading="h3" />;
  return MODES.map((mode) => ({ mode, lines: lines.filter(({ spot }) => leadingMode(spot.shares) === mode) }))
    .filter((group) => group.lines.length > 0)
    .map(({ mode, lines }) => (
      <section class="landscape-group">
        <h3>{modeName(mode)}</h3>
        <p class="small">{reachSentence(summary, mode)}</p>
        <Group lines={lines} heading="h4" />
      </section>
    ));
}

function Group({ lines, heading: Heading }: { lines: Line[]; heading: 'h3' | 'h4' }) {
  return (
    <ul class="landscape-list">
      {lines.map(({ spot, work }) => (
        <li>
          <Heading>
            <a href={`/work/${spot.address}`}>{spot.title}</a>
          </Heading>
          <p class="small">{sharesInWords(spot.shares)}</p>
          <p class="small">
            <StateTag state={spot.state} /> {[whereOf(work), yearsOf(work)].filter(Boolean).join(', ')}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** "Iterative quality improvement 75%, Transforming pathways 25%": the largest first, crumbs left out. */
function sharesInWords(shares: Record<Mode, number>): string {
  return MODES.filter((mode) => shares[mode] >= 0.05)
    .sort((a, b) => shares[b] - shares[a])
    .map((mode) => t('{mode} {percent}%', { mode: modeName(mode), percent: formatNumber(shares[mode] * 100, 0) }))
    .join(' · ');
}
