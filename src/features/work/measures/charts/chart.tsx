import { line } from 'd3-shape';
import { formatDate } from '#kernel/format.ts';
import { t } from '#kernel/words.ts';
import type { Dot, Model } from './model.ts';

type Props = { model: Model; title: string; says: string; id: string; className?: string };

/** Colours that hold without a stylesheet, in print and in a PDF; classes let a dark page change them. */
const INK = {
  ink: '#1f2a2e',
  stone: '#56616a',
  line: '#dcd8cc',
  mist: '#eef0ea',
  improvement: '#1b6380',
  concern: '#b4531a',
  neutral: '#75406f',
  note: '#75406f',
  target: '#a2472a',
};
const path = line();

/** A control chart: band, mean, readings, signals as diamonds; title and sentence for those who do not see it. */
export function ChartInk({ model, title, says, id, className }: Props) {
  const { size, plot, bands, lines, dots, flags, ends, xTicks, yTicks, target } = model;
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      class={`chart ${className ?? ''}`}
      viewBox={`0 0 ${size.width} ${size.height}`}
      role="img"
      aria-labelledby={`${id}-title ${id}-says`}
      font-family="'Atkinson Hyperlegible Next Variable', 'Atkinson Hyperlegible Next', sans-serif"
      font-size="13"
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-says`}>{says}</desc>
      {yTicks.map(({ y, label }) => (
        <g>
          <line class="chart-grid" x1={plot.left} x2={plot.right} y1={y} y2={y} stroke={INK.line} />
          <text class="chart-stone" x={plot.left - 8} y={y + 4} text-anchor="end" fill={INK.stone}>
            {label}
          </text>
        </g>
      ))}
      {xTicks.map(({ x, label }) => (
        <text class="chart-stone" x={x} y={plot.bottom + 20} text-anchor="middle" fill={INK.stone}>
          {label}
        </text>
      ))}
      {bands.map(
        ({ x1, x2, lower, upper }) =>
          lower !== null &&
          upper !== null && (
            <g>
              <rect
                class="chart-band"
                x={x1}
                y={upper}
                width={x2 - x1}
                height={Math.max(0, lower - upper)}
                fill={INK.mist}
              />
              {[lower, upper].map((y) => (
                <line class="chart-limit" x1={x1} x2={x2} y1={y} y2={y} stroke={INK.stone} stroke-dasharray="5 4" />
              ))}
            </g>
          ),
      )}
      {target && (
        <line
          class="chart-target"
          x1={plot.left}
          x2={plot.right}
          y1={target.y}
          y2={target.y}
          stroke={INK.target}
          stroke-width="1.5"
          stroke-dasharray="2 3"
        />
      )}
      {flags.map(({ x, y, kind }) => (
        <line
          class="chart-flag"
          x1={x}
          x2={x}
          y1={y + 4}
          y2={plot.bottom}
          stroke={kind === 'rebase' ? INK.ink : INK.note}
          stroke-dasharray="1 3"
          stroke-width="1.5"
        />
      ))}
      {bands.map(({ x1, x2, mean }) => (
        <line class="chart-mean" x1={x1} x2={x2} y1={mean} y2={mean} stroke={INK.ink} stroke-width="1.5" />
      ))}
      {lines.map((run) => (
        <path
          class="chart-line"
          d={path(run) ?? ''}
          fill="none"
          stroke={INK.stone}
          stroke-opacity="0.55"
          stroke-width="1.25"
        />
      ))}
      {dots.map((dot) => (
        <Mark dot={dot} small={dots.length > 90} />
      ))}
      {bands.map(
        ({ spot, label }) =>
          spot && (
            <text class="chart-ink" x={spot.x} y={spot.y} fill={INK.ink} font-weight="650">
              {label}
            </text>
          ),
      )}
      {flags.map(({ x, y, label, anchor, kind }) => (
        <text
          class={kind === 'rebase' ? 'chart-ink' : 'chart-note'}
          x={anchor === 'start' ? x + 3 : x - 3}
          y={y}
          text-anchor={anchor}
          fill={kind === 'rebase' ? INK.ink : INK.note}
          font-weight="600"
        >
          {label}
        </text>
      ))}
      {ends.map(({ y, label, kind }) => (
        <text
          class={kind === 'mean' ? 'chart-ink' : 'chart-stone'}
          x={plot.right + 6}
          y={y + 4.5}
          fill={kind === 'mean' ? INK.ink : kind === 'target' ? INK.target : INK.stone}
          font-weight={kind === 'mean' ? 700 : 400}
        >
          {kind === 'mean'
            ? size.width > 500
              ? t('mean {label}', { label })
              : label
            : kind === 'target'
              ? t('target {label}', { label })
              : label}
        </text>
      ))}
    </svg>
  );
}

/** Common cause: a round grey point. A signal: a filled diamond, in the colour of its meaning. */
function Mark({ dot: { x, y, meaning, date, value }, small }: { dot: Dot; small: boolean }) {
  const r = small ? 2 : 3.6;
  const says = <title>{t('{date}: {value, number}', { date: formatDate(date), value })}</title>;
  if (meaning === 'common')
    return (
      <circle class="chart-point" cx={x} cy={y} r={r} fill={INK.stone}>
        {says}
      </circle>
    );
  const d = r * 1.75;
  const near = (place: number) => Math.round(place * 10) / 10;
  return (
    <path
      class={`chart-${meaning}`}
      d={`M${x} ${near(y - d)}L${near(x + d)} ${y}L${x} ${near(y + d)}L${near(x - d)} ${y}Z`}
      fill={INK[meaning]}
    >
      {says}
    </path>
  );
}
