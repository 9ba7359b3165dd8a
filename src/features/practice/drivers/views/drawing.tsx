import { t } from '#kernel/words.ts';
import { type Diagram, under } from '../diagram.ts';
import { type Box, type Layout, LEADING, type Line, layoutOf, PAD } from '../layout.ts';
import { TIERS, tierColumn, tierName } from '../tiers.ts';

/** Colours that hold without a stylesheet, in print and as a picture; classes let a dark page change them. */
const INK = { ink: '#1f2a2e', stone: '#56616a', line: '#8b979b', sheet: '#ffffff' };
const FACE = "'Atkinson Hyperlegible Next Variable', 'Atkinson Hyperlegible Next', 'DejaVu Sans', sans-serif";

/** Around a picture that is taken elsewhere. */
const MARGIN = 8;

/** Each tier has a shape of its own besides its colour: a heavy frame, square corners, round ones, a broken line. */
const SHAPES: Record<Box['kind'], { fill: string; stroke: string; width: number; round: number; dashes?: string }> = {
  aim: { fill: '#e3ecdc', stroke: '#3c5a3a', width: 3, round: 2 },
  primary: { fill: '#e2eef3', stroke: '#1b6380', width: 1.5, round: 2 },
  secondary: { fill: '#f1e6ef', stroke: '#75406f', width: 1.5, round: 14 },
  change: { fill: '#ffffff', stroke: '#56616a', width: 1.5, round: 14, dashes: '6 4' },
};

/** A driver diagram as a picture: the aim on the left, ideas on the right, a line for each "serves". */
export function DriverInk({ diagram, id, title }: { diagram: Diagram; id: string; title: string }) {
  const layout = layoutOf(diagram);
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      class="drivers-ink"
      viewBox={`${-MARGIN} 0 ${layout.width + 2 * MARGIN} ${Math.ceil(layout.height) + MARGIN}`}
      role="img"
      aria-labelledby={`${id}-title ${id}-says`}
      font-family={FACE}
      font-size={layout.font}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-says`}>{inWords(diagram)}</desc>
      <Heads layout={layout} />
      {layout.lines.map((line) => (
        <path class="drivers-line" d={curve(line)} fill="none" stroke={INK.line} stroke-width="1.5" />
      ))}
      {layout.boxes.map((box) => (
        <Words box={box} />
      ))}
    </svg>
  );
}

function Heads({ layout: { columns } }: { layout: Layout }) {
  const names = [t('Aim'), ...TIERS.map(tierColumn)];
  return (
    <>
      {names.map((name, i) => (
        <text class="drivers-head" x={columns[i]} y={22} fill={INK.stone} font-weight="700">
          {name}
        </text>
      ))}
    </>
  );
}

function Words({ box: { kind, x, y, width, height, lines } }: { box: Box }) {
  const shape = SHAPES[kind];
  return (
    <g class={`drivers-${kind}`}>
      <rect
        x={x}
        y={n(y)}
        width={width}
        height={height}
        rx={shape.round}
        fill={shape.fill}
        stroke={shape.stroke}
        stroke-width={shape.width}
        stroke-dasharray={shape.dashes}
      />
      {lines.map((line, i) => (
        <text
          x={x + PAD}
          y={n(y + PAD + 13 + i * LEADING)}
          fill={INK.ink}
          font-weight={kind === 'aim' ? '700' : undefined}
        >
          {line}
        </text>
      ))}
    </g>
  );
}

/** The same in words, for whoever does not see the picture. */
export function inWords(diagram: Diagram): string {
  const sentences = diagram.drivers.map((driver) => {
    const { tier, words } = driver;
    const serving = under(diagram, driver).map((child) => child.words);
    if (serving.length === 0) return t('{tier}: {words}.', { tier: tierName(tier), words });
    return t('{tier}: {words}, served by {serving}.', { tier: tierName(tier), words, serving: serving.join('; ') });
  });
  return [t('Aim: {aim}.', { aim: diagram.aim }), ...sentences].join(' ');
}

function curve({ x1, y1, x2, y2 }: Line): string {
  const half = (x2 - x1) / 2;
  return `M${x1},${n(y1)}c${half},0 ${half},${n(y2 - y1)} ${x2 - x1},${n(y2 - y1)}`;
}

function n(number: number): number {
  return Math.round(number * 10) / 10;
}
