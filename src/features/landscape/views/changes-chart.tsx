import { scaleLinear, scalePoint } from 'd3-scale';
import type { Share } from '../changes.ts';
import { percent } from './changes-words.ts';

const INK = { ink: '#1f2a2e', stone: '#56616a', line: '#dcd8cc', water: '#1b6380', sheet: '#ffffff' };
const WIDTH = 340;
/** So many letters have room on a line; the table has the others. */
const LONG = 46;

type Point = { label: string; share: Share; unfinished?: boolean };
type Props = { id: string; title: string; says: string; points: Point[] };

/** A share year by year: points with their 95% intervals, the year that is not over as an open one. */
export function YearsChart({ id, title, says, points }: Props) {
  const height = 190;
  const x = scalePoint(
    points.map(({ label }) => label),
    [60, WIDTH - 20],
  );
  const y = scaleLinear([0, 1], [height - 30, 12]);
  const at = ({ label }: Point) => n(x(label) ?? 0);
  const shown = points.filter(({ share }) => share.share);
  const every = Math.ceil(points.length / 6);
  return (
    <Svg id={id} title={title} says={says} height={height}>
      {[0, 0.5, 1].map((tick) => (
        <>
          <line class="changes-grid" x1={50} x2={WIDTH - 4} y1={n(y(tick))} y2={n(y(tick))} stroke={INK.line} />
          <text class="changes-stone" x={44} y={n(y(tick)) + 5} text-anchor="end" fill={INK.stone}>
            {percent(tick)}
          </text>
        </>
      ))}
      <path
        class="changes-line"
        d={shown
          .map((point, i) => `${i === 0 ? 'M' : 'L'}${at(point)} ${n(y(point.share.share?.value ?? 0))}`)
          .join('')}
        fill="none"
        stroke={INK.water}
        stroke-opacity="0.4"
        stroke-width="1.5"
      />
      {points.map((point, i) => (
        <g>
          {point.share.share && (
            <>
              <line
                class="changes-reach"
                x1={at(point)}
                x2={at(point)}
                y1={n(y(point.share.share.lower))}
                y2={n(y(point.share.share.upper))}
                stroke={INK.water}
                stroke-opacity="0.35"
                stroke-width="6"
                stroke-linecap="round"
              />
              <circle
                class={point.unfinished ? 'changes-open' : 'changes-dot'}
                cx={at(point)}
                cy={n(y(point.share.share.value))}
                r="5"
                fill={point.unfinished ? INK.sheet : INK.water}
                stroke={INK.water}
                stroke-width="2"
              />
            </>
          )}
          {(points.length - 1 - i) % every === 0 && (
            <text class="changes-stone" x={at(point)} y={height - 8} text-anchor="middle" fill={INK.stone}>
              {point.label}
            </text>
          )}
        </g>
      ))}
    </Svg>
  );
}

/** A share group by group, each on a line of its own with its 95% interval. */
export function GroupsChart({ id, title, says, points }: Props) {
  const row = 46;
  const height = points.length * row + 26;
  const x = scaleLinear([0, 1], [10, WIDTH - 24]);
  return (
    <Svg id={id} title={title} says={says} height={height}>
      {[0, 0.5, 1].map((tick) => (
        <>
          <line class="changes-grid" x1={n(x(tick))} x2={n(x(tick))} y1={4} y2={height - 22} stroke={INK.line} />
          <text
            class="changes-stone"
            x={n(x(tick))}
            y={height - 5}
            text-anchor={tick === 0 ? 'start' : 'middle'}
            fill={INK.stone}
          >
            {percent(tick)}
          </text>
        </>
      ))}
      {points.map(({ label, share }, i) => (
        <g>
          <text class="changes-ink" x={10} y={i * row + 18} fill={INK.ink}>
            {label.length > LONG ? `${label.slice(0, LONG - 1).trim()}…` : label}
          </text>
          {share.share && (
            <>
              <line
                class="changes-reach"
                x1={n(x(share.share.lower))}
                x2={n(x(share.share.upper))}
                y1={i * row + 34}
                y2={i * row + 34}
                stroke={INK.water}
                stroke-opacity="0.35"
                stroke-width="6"
                stroke-linecap="round"
              />
              <circle class="changes-dot" cx={n(x(share.share.value))} cy={i * row + 34} r="6" fill={INK.water} />
            </>
          )}
        </g>
      ))}
    </Svg>
  );
}

function Svg({ id, title, says, height, children }: Omit<Props, 'points'> & { height: number; children?: unknown }) {
  return (
    <svg
      class="chart changes-chart"
      viewBox={`0 0 ${WIDTH} ${height}`}
      role="img"
      aria-labelledby={`${id}-title ${id}-says`}
      font-size="14"
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-says`}>{says}</desc>
      {children}
    </svg>
  );
}

function n(number: number): number {
  return Math.round(number * 10) / 10;
}
