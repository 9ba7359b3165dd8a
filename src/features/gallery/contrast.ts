/** A ground and what may stand on it: text needs 4.5 to 1, large text and the edge of a control 3 (WCAG 2.2, 1.4.3 and 1.4.11). */
export type Pair = { front: string; back: string; least: 4.5 | 3; what: 'text' | 'control' };
export type Measured = Pair & { colours: [front: string, back: string]; ratio: number };
export type Scheme = 'light' | 'dark';

const GROUNDS = ['paper', 'sheet', 'mist'];
const INKS = ['ink', 'stone', 'moss', 'water', 'heather', 'bracken'];
const PALES = ['moss', 'water', 'heather', 'bracken'];

/** Every pair of text and ground that the stylesheet makes, and every edge that must be seen. */
export const PAIRS: readonly Pair[] = [
  ...GROUNDS.flatMap((back) => INKS.map((front) => text(front, back))),
  ...PALES.flatMap((hue) => [text('ink', `${hue}-pale`), text(hue, `${hue}-pale`)]),
  text('on-act', 'act'),
  text('on-act', 'act-hover'),
  text('on-gorse', 'gorse'),
  text('paper', 'bracken'),
  ...GROUNDS.map((back): Pair => ({ front: 'control', back, least: 3, what: 'control' })),
  ...GROUNDS.map((back): Pair => ({ front: 'act', back, least: 3, what: 'control' })),
];

/** The palette in `_tokens.scss` → each pair's ratio in both schemes. What the dark does not name, it takes from the light. */
export function measure(tokens: string): Record<Scheme, Measured[]> {
  const { light, dark } = palettes(tokens);
  return { light: PAIRS.map((pair) => measured(pair, light)), dark: PAIRS.map((pair) => measured(pair, dark)) };
}

export function palettes(tokens: string): Record<Scheme, Map<string, string>> {
  const [first = '', second = ''] = tokens.split('@media (prefers-color-scheme: dark)');
  const light = coloursIn(first);
  return { light, dark: new Map([...light, ...coloursIn(second)]) };
}

/** The contrast of two colours such as `#1f2a2e`, from 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function measured(pair: Pair, palette: Map<string, string>): Measured {
  const colours: [string, string] = [colour(pair.front, palette), colour(pair.back, palette)];
  return { ...pair, colours, ratio: contrast(...colours) };
}

function colour(name: string, palette: Map<string, string>): string {
  const found = palette.get(name);
  if (!found) throw new Error(`The palette has no --${name}.`);
  return found;
}

function coloursIn(scss: string): Map<string, string> {
  return new Map([...scss.matchAll(/--([a-z-]+):\s*(#[0-9a-f]{6})\b/g)].map(([, name = '', hex = '']) => [name, hex]));
}

/** Relative luminance of an sRGB colour (WCAG 2.2). */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function text(front: string, back: string): Pair {
  return { front, back, least: 4.5, what: 'text' };
}
