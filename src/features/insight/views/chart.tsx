import { scaleLinear } from 'd3-scale';
import { t } from '#kernel/words.ts';
import type { Comparison } from '../comparing.ts';
import { sentencesOf } from '../words.ts';

const INK = { ink: '#1f2a2e', stone: '#56616a', line: '#dcd8cc', members: '#75406f', population: '#1f2a2e' };
const WIDE = { width: 640, font: 15, right: 24 };
const NARROW = { width: 320, font: 14, right: 18 };
const ROW = 58;
const LEFT = 10;

/** Each group on a line of its own: members as a dot with its interval, the population as an open diamond. */
export function ReflectionChart({ comparison }: { comparison: Comparison }) {
  return (
    <figure class="reflection-chart">
      <figcaption class="small">
        <Key /> {t('The bar shows how far chance and rounding could move the members’ share (95% interval).')}
      </figcaption>
      <Drawing comparison={comparison} size={WIDE} className="chart-wide" />
      <Drawing comparison={comparison} size={NARROW} className="chart-narrow" />
    </figure>
  );
}

function Drawing({ comparison, size, className }: { comparison: Comparison; size: typeof WIDE; className: string }) {
  const { rows, question, country, name } = comparison;
  const { width, font, right } = size;
  const id = `reflection-${country ?? 'together'}-${question}-${className}`;
  const most = Math.max(
    ...rows.flatMap(({ share, beside }) => [share, beside?.reach.upper ?? 0, beside?.population ?? 0]),
  );
  const x = scaleLinear([0, most], [LEFT, width - right]).nice(5);
  const height = rows.length * ROW + 26;
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      class={`chart ${className}`}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-labelledby={`${id}-title ${id}-says`}
      font-size={font}
    >
      <title id={`${id}-title`}>{name}</title>
      <desc id={`${id}-says`}>{sentencesOf(comparison).join(' ')}</desc>
      {x.ticks(width > 400 ? 5 : 3).map((tick) => (
        <>
          <line class="reflection-grid" x1={n(x(tick))} x2={n(x(tick))} y1={24} y2={height - 22} stroke={INK.line} />
          <text
            class="reflection-stone"
            x={n(x(tick))}
            y={height - 5}
            text-anchor={tick === 0 ? 'start' : 'middle'}
            fill={INK.stone}
          >
            {t('{share}%', { share: Math.round(100 * tick) })}
          </text>
        </>
      ))}
      {rows.map(({ name: group, share, beside }, i) => {
        const y = i * ROW + 40;
        return (
          <g>
            <text class="reflection-ink" x={LEFT} y={y - 20} fill={INK.ink} font-weight="600">
              {group}
            </text>
            {beside && (
              <line
                class="reflection-reach"
                x1={n(x(beside.reach.lower))}
                x2={n(x(beside.reach.upper))}
                y1={y}
                y2={y}
                stroke={INK.members}
                stroke-width="6"
                stroke-opacity="0.35"
                stroke-linecap="round"
              />
            )}
            <circle class="reflection-members" cx={n(x(share))} cy={y} r="6.5" fill={INK.members} />
            {beside && (
              <path
                class="reflection-population"
                d={`M${n(x(beside.population))},${y - 10}l10,10l-10,10l-10,-10z`}
                fill="none"
                stroke={INK.population}
                stroke-width="2"
              />
            )}
          </g>
        );
      })}
    </svg>
  );
}

function Key() {
  return (
    <span class="reflection-key">
      <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true" focusable="false">
        <circle class="reflection-members" cx="10" cy="10" r="6.5" fill={INK.members} />
      </svg>{' '}
      {t('members')},{' '}
      <svg viewBox="0 0 22 22" width="18" height="18" aria-hidden="true" focusable="false">
        <path
          class="reflection-population"
          d="M11,1l10,10l-10,10l-10,-10z"
          fill="none"
          stroke={INK.population}
          stroke-width="2"
        />
      </svg>{' '}
      {t('the population.')}
    </span>
  );
}

function n(number: number): number {
  return Math.round(number * 10) / 10;
}
