import { line } from 'd3-shape';
import { type Dot, type Model, reachOf, type Text } from './model.ts';

type Props = { model: Model; title: string; says: string; id: string; className?: string };

/** Colours that hold without a stylesheet, in print and in a PDF; classes let a dark page change them. */
const INK = {
  ink: '#1f2a2e',
  stone: '#56616a',
  line: '#dcd8cc',
  mist: '#eef0ea',
  improvement: '#1b6380',
  concern: '#b4531a',
  neutral: '#5b4a8a',
  note: '#75406f',
  target: '#3c5a3a',
};
const FACE = "'Atkinson Hyperlegible Next Variable', 'Atkinson Hyperlegible Next', 'DejaVu Sans', sans-serif";
const path = line().digits(1);

/** A control chart: band, mean, readings, signals as diamonds; title and sentence for those who do not see it. */
export function ChartInk({ model, title, says, id, className }: Props) {
  const { size, plot, bands, lines, dots, flags, target, grid, texts } = model;
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      class={`chart${className ? ` ${className}` : ''}`}
      viewBox={`0 0 ${size.width} ${size.height}`}
      role="img"
      aria-labelledby={`${id}-title ${id}-says`}
      font-family={FACE}
      font-size={size.font}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-says`}>{says}</desc>
      {bands.map(
        ({ x1, x2, lower, upper }) =>
          lower !== null &&
          upper !== null && (
            <rect
              class="chart-band"
              x={n(x1)}
              y={n(upper)}
              width={n(x2 - x1)}
              height={n(lower - upper)}
              fill={INK.mist}
            />
          ),
      )}
      {grid.map((y) => (
        <line class="chart-grid" x1={n(plot.left)} x2={n(plot.right)} y1={n(y)} y2={n(y)} stroke={INK.line} />
      ))}
      {bands.flatMap(({ x1, x2, lower, upper }) =>
        [lower, upper].map(
          (y) =>
            y !== null && (
              <line
                class="chart-limit"
                x1={n(x1)}
                x2={n(x2)}
                y1={n(y)}
                y2={n(y)}
                stroke={INK.stone}
                stroke-dasharray="5 4"
              />
            ),
        ),
      )}
      {target !== null && (
        <line
          class="chart-target"
          x1={n(plot.left)}
          x2={n(plot.right)}
          y1={n(target)}
          y2={n(target)}
          stroke={INK.target}
          stroke-width="1.5"
          stroke-dasharray="9 3 2 3"
        />
      )}
      {flags.map(({ x, top, kind }) => (
        <line
          class={kind === 'rebase' ? 'chart-rebase' : 'chart-note-line'}
          x1={n(x)}
          x2={n(x)}
          y1={n(top)}
          y2={n(plot.bottom)}
          stroke={kind === 'rebase' ? INK.ink : INK.note}
          stroke-dasharray="1.5 3"
          stroke-width="1.5"
        />
      ))}
      {bands.map(({ x1, x2, mean }) => (
        <line class="chart-mean" x1={n(x1)} x2={n(x2)} y1={n(mean)} y2={n(mean)} stroke={INK.ink} stroke-width="1.5" />
      ))}
      {lines.map((run) => (
        <path
          class="chart-line"
          d={path(run) ?? ''}
          fill="none"
          stroke={INK.stone}
          stroke-opacity={dots.length > 90 ? '0.35' : '0.55'}
        />
      ))}
      {dots.map((dot) => (
        <Mark dot={dot} says={dots.length <= 90} />
      ))}
      {texts.map((text) => (
        <Words {...text} />
      ))}
    </svg>
  );
}

/** Common cause: a round grey point. A signal: a filled diamond, in the colour of its meaning. */
function Mark({ dot, says }: { dot: Dot; says: boolean }) {
  const { x, y, r, meaning } = dot;
  const title = says && <title>{dot.says}</title>;
  if (meaning === 'common')
    return (
      <circle class="chart-point" cx={n(x)} cy={n(y)} r={r} fill={INK.stone}>
        {title}
      </circle>
    );
  const d = n(reachOf(dot));
  return (
    <path class={`chart-${meaning}`} d={`M${n(x)},${n(y - d)}l${d},${d}l${-d},${d}l${-d},${-d}z`} fill={INK[meaning]}>
      {title}
    </path>
  );
}

const WORDS: Record<Text['kind'], { name: string; fill: string; weight?: number }> = {
  tick: { name: 'chart-stone', fill: INK.stone },
  limit: { name: 'chart-stone', fill: INK.stone },
  mean: { name: 'chart-ink', fill: INK.ink, weight: 700 },
  target: { name: 'chart-target-label', fill: INK.target, weight: 600 },
  rebase: { name: 'chart-ink', fill: INK.ink, weight: 600 },
  annotation: { name: 'chart-note', fill: INK.note, weight: 600 },
};

function Words({ x, y, text, anchor, kind }: Text) {
  const { name, fill, weight } = WORDS[kind];
  return (
    <text
      class={name}
      x={n(x)}
      y={n(y)}
      text-anchor={anchor === 'start' ? undefined : anchor}
      fill={fill}
      font-weight={weight}
    >
      {text}
    </text>
  );
}

/** One decimal is finer than any screen. */
function n(number: number): number {
  return Math.round(number * 10) / 10;
}
