/** A rectangle on the paper: what one thing covers, so that nothing is put on top of it. */
export type Box = { left: number; right: number; top: number; bottom: number };

export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

export type Anchor = 'start' | 'middle' | 'end';

/** The rectangle of a line of text whose baseline is at `y`. */
export function boxOf(
  { x, y, text, anchor }: { x: number; y: number; text: string; anchor: Anchor },
  font: number,
): Box {
  const width = widthOf(text, font);
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { left, right: left + width, top: y - font * 0.78, bottom: y + font * 0.22 };
}

/** How wide a text is, from the mean widths of letters in Atkinson Hyperlegible Next at weight 600: a little generous. */
export function widthOf(text: string, font: number): number {
  let ems = 0;
  for (const letter of text) ems += emsOf(letter);
  return ems * font;
}

function emsOf(letter: string): number {
  if (/[ .,:;'’|!ijlItfr()]/.test(letter)) return 0.34;
  if (/[mwMW%@]/.test(letter)) return 0.88;
  if (/[0-9A-Z£€−]/.test(letter)) return 0.66;
  return 0.56;
}

/** The text in lines none of which is wider than `room`, if words allow it. */
export function wrapped(text: string, room: number, font: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    const longer = `${last} ${word}`;
    if (last !== undefined && widthOf(longer, font) <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
