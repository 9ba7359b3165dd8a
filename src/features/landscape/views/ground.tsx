import { type Contour, HEIGHT, LEVELS, WIDTH } from '#kernel/contours.ts';
import type { Spot } from '../landscape.ts';

/** From the valley to the heights: green, meadow, ochre, bracken, heather. The stylesheet has the same hues for the dark. */
const GROUND = [
  '#e3ecd3',
  '#d8e6c2',
  '#cee0b1',
  '#cadaa3',
  '#d8d89d',
  '#e5d597',
  '#e9c88c',
  '#e1b27b',
  '#d99c6b',
  '#c58b7a',
  '#ad7a8e',
  '#97689d',
] as const;

/** The hills: one path a height, the higher over the lower. */
export function Ground({ contours }: { contours: readonly Contour[] }) {
  return (
    <g class="ground">
      {contours.map(({ level, heavy, path }) => (
        <path
          class={`height-${level}`}
          d={path}
          fill={GROUND[level]}
          stroke="#6b5636"
          stroke-opacity={heavy ? '0.75' : '0.3'}
          stroke-width={heavy ? '1.4' : '0.8'}
          vector-effect="non-scaling-stroke"
        />
      ))}
    </g>
  );
}

/** Works as small dark dots, stopped work as open rings; all of a kind in one path, without links. */
export function Marks({ spots, size = 5 }: { spots: readonly Spot[]; size?: number }) {
  const points = (stopped: boolean) =>
    spots
      .filter(({ state }) => (state === 'stopped') === stopped)
      .map(dot)
      .join('');
  return (
    <g class="marks">
      <Stroke className="dot" path={points(false)} width={size} />
      <Stroke className="dot" path={points(true)} width={size + 2} />
      <Stroke className="hole" path={points(true)} width={size - 1.2} />
    </g>
  );
}

/**
 * A round mark of so many pixels whatever the size of the map and its proportions: a line without length whose round
 * ends do not scale.
 */
export function Stroke({ className, path, width }: { className: 'dot' | 'hole'; path: string; width: number }) {
  if (path === '') return null;
  return (
    <path
      class={className}
      d={path}
      fill="none"
      stroke={className === 'dot' ? '#1f2a2e' : '#fbfaf6'}
      stroke-width={width}
      stroke-linecap="round"
      vector-effect="non-scaling-stroke"
    />
  );
}

export function dot(spot: Spot): string {
  const { x, y } = at(spot);
  return `M${x} ${y}h.01`;
}

/** In the map's units, to a tenth: closer, whole ones would show. */
export function at({ place }: Spot): { x: number; y: number } {
  return { x: Math.round(place.x * WIDTH * 10) / 10, y: Math.round(place.y * HEIGHT * 10) / 10 };
}

/** The heights from the valley to the top, for the legend. */
export function Heights() {
  return (
    <svg class="landscape-heights" viewBox="0 0 120 10" width="120" height="10" aria-hidden="true" focusable="false">
      {Array.from({ length: LEVELS }, (_, level) => (
        <rect class={`height-${level}`} x={level * 10} width="10" height="10" fill={GROUND[level]} />
      ))}
    </svg>
  );
}
