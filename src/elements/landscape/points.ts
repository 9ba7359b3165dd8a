/** What `/landscape/points` sends, column by column. */
type File = {
  first: number;
  ids: string;
  x: number[];
  y: number[];
  kinds: string;
  spreads: number[];
  began: number[];
  ended: number[];
};

export type Points = {
  ids: string[];
  /** From 0 to 1 in the frame. */
  x: Float32Array;
  y: Float32Array;
  stopped: Uint8Array;
  /** How far people differ about it; nought where they do not much. */
  spread: Float32Array;
  began: Int16Array;
  ended: Int16Array;
  /** 1 for each point that is shown: the filter of years. */
  shown: Uint8Array;
};

export type Years = { from: number; to: number } | null;

/** All points that the page's filter leaves. Throws when they do not come. */
export async function fetchPoints(address: string, frame: { width: number; height: number }): Promise<Points> {
  const answer = await fetch(address, { credentials: 'same-origin' });
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  const file: File = await answer.json();
  let disputes = 0;
  return {
    ids: file.ids === '' ? [] : file.ids.split(' '),
    x: Float32Array.from(file.x, (x) => x / frame.width / 10),
    y: Float32Array.from(file.y, (y) => y / frame.height / 10),
    stopped: Uint8Array.from(file.kinds, (kind) => Number(kind) & 1),
    spread: Float32Array.from(file.kinds, (kind) => (Number(kind) & 2 ? (file.spreads[disputes++] ?? 0) / 100 : 0)),
    began: Int16Array.from(file.began, (year) => (year < 0 ? -1 : year + file.first)),
    ended: Int16Array.from(file.ended, (year) => (year < 0 ? -1 : year + file.first)),
    shown: new Uint8Array(file.x.length).fill(1),
  };
}

/** Shows what was under way between these years, by the rules of the server; all without years. */
export function showYears(points: Points, years: Years): void {
  const { began, ended, stopped, shown } = points;
  for (let i = 0; i < shown.length; i += 1) {
    const first = began[i] ?? -1;
    const last = (ended[i] ?? -1) >= 0 ? (ended[i] ?? -1) : stopped[i] ? first : 9999;
    shown[i] = !years || (first >= 0 && first <= years.to && last >= years.from) ? 1 : 0;
  }
}

/** The shown points as places, for the contours. */
export function placesOf({ x, y, shown }: Points): { x: number; y: number }[] {
  const places: { x: number; y: number }[] = [];
  for (let i = 0; i < shown.length; i += 1) if (shown[i]) places.push({ x: x[i] ?? 0, y: y[i] ?? 0 });
  return places;
}

/** The shown point for which this costs least; −1 when each costs too much. */
export function cheapest({ shown }: Points, cost: (i: number) => number, most = Number.POSITIVE_INFINITY): number {
  let [best, least] = [-1, most];
  for (let i = 0; i < shown.length; i += 1) {
    if (!shown[i]) continue;
    const costs = cost(i);
    if (costs < least) [best, least] = [i, costs];
  }
  return best;
}
