export type Box = { x: number; y: number };

const WIDTH_OF_A_LETTER = 0.56; // of the font's size, for the text face, on average

export function widthOf(label: string, font: number): number {
  return label.length * font * WIDTH_OF_A_LETTER;
}

/** Flags above the plot, in as many rows as they need so that none lies on another. */
export function flagRows(
  flags: { x: number; label: string }[],
  { left, right, font }: { left: number; right: number; font: number },
) {
  const ends: { from: number; to: number }[][] = [];
  const spots = flags.map(({ x, label }) => {
    const width = widthOf(label, font);
    const anchor: 'start' | 'end' = x + width + 4 > right && x - width - 4 > left - 40 ? 'end' : 'start';
    const from = anchor === 'start' ? x : x - width;
    const span = { from, to: from + width + 10 };
    let row = ends.findIndex((taken) => taken.every((other) => span.to < other.from || span.from > other.to));
    if (row < 0) row = ends.push([]) - 1;
    ends[row]?.push(span);
    return { row, label, anchor };
  });
  const height = ends.length * (font + 5);
  return { height, spots: spots.map(({ row, label, anchor }) => ({ label, anchor, y: 12 + row * (font + 5) })) };
}

/** A place for an earlier mean's label, in its own stretch, on no point; null where there is none. */
export function freeSpot(
  label: string,
  band: { x1: number; x2: number; mean: number; lower: number | null; upper: number | null },
  dots: readonly Box[],
  { top, bottom, font }: { top: number; bottom: number; font: number },
): Box | null {
  const width = widthOf(label, font);
  const xs = [band.x1 + 6, (band.x1 + band.x2 - width) / 2, band.x2 - width - 6].filter(
    (x) => x > band.x1 && x + width < band.x2,
  );
  const ys = [band.mean - 6, band.mean + font + 2, (band.upper ?? band.mean) - 6, (band.lower ?? band.mean) + font + 2];
  for (const y of ys)
    for (const x of xs)
      if (
        y - font > top &&
        y < bottom - 2 &&
        !dots.some((dot) => dot.x > x - 8 && dot.x < x + width + 8 && dot.y > y - font - 8 && dot.y < y + 8)
      )
        return { x, y };
  return null;
}
