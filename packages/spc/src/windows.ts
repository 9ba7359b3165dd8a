import type { TwoInThreeProfile } from './profile.ts';
import { INNER, NEAR, OUTSIDE, type Places, UNTOLD, type Ways } from './zones.ts';

/** Some window of three with at least two far out on one side. */
export function twoInThree(
  readings: Float64Array,
  { sides, zones }: Places,
  { counts, third, marks }: TwoInThreeProfile,
  gaps: 'break' | 'skip',
): Ways {
  const fired = new Int8Array(sides.length);
  const far = new Int8Array(sides.length);
  for (let i = 0; i < far.length; i++) {
    if (zones[i] === NEAR || (zones[i] === OUTSIDE && counts === 'beyond')) far[i] = sides[i]!;
  }
  let a = -1;
  let b = -1;
  for (let c = 0; c < sides.length; c++) {
    if (Number.isNaN(readings[c])) {
      if (gaps === 'break') a = b = -1;
      continue;
    }
    if (a >= 0 && (far[a] !== 0 || far[b] !== 0)) {
      const way = majority(far[a]!, far[b]!, far[c]!);
      const together = sides[a] === way && sides[b] === way && sides[c] === way;
      if (way !== 0 && (together || third === 'anywhere')) {
        for (const i of [a, b, c]) if (far[i] === way || (marks === 'window' && !own(far, fired, i))) fired[i] = way;
      }
    }
    a = b;
    b = c;
  }
  return fired;
}

/** Whether a point fired by its own distance: a window that also holds it does not turn it round. */
function own(far: Ways, fired: Ways, i: number): boolean {
  return far[i] !== 0 && fired[i] === far[i];
}

/** The way that at least two of three go; 0 if there is none. */
function majority(a: number, b: number, c: number): number {
  if (a === b || a === c) return a;
  return b === c ? b : 0;
}

/** Some window of five with at least four beyond 1 sigma on one side; those are flagged. */
export function fourInFive(readings: Float64Array, { sides, zones }: Places, gaps: 'break' | 'skip'): Ways {
  const fired = new Int8Array(sides.length);
  const far = sides.map((side, i) => (zones[i] === INNER || zones[i] === UNTOLD ? 0 : side));
  let window: number[] = [];
  for (let i = 0; i < sides.length; i++) {
    if (Number.isNaN(readings[i])) {
      if (gaps === 'break') window = [];
      continue;
    }
    window.push(i);
    if (window.length > 5) window.shift();
    if (window.length < 5) continue;
    for (const way of [1, -1]) {
      const those = window.filter((position) => far[position] === way);
      if (those.length >= 4) for (const position of those) fired[position] = way;
    }
  }
  return fired;
}

/** Whether so many readings in a row lie within 1 sigma of the centre, those that are missing left aside; null asks for none. */
export function hugs({ zones }: Places, points: number | null): boolean {
  let length = 0;
  for (const zone of zones) {
    if (zone === UNTOLD) continue;
    length = zone === INNER ? length + 1 : 0;
    if (length === points) return true;
  }
  return false;
}
