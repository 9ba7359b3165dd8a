import type { Box } from '../src/boxes.ts';

const SPECIFIC = 0.925;
/** The share of a normal distribution above its old median once it has shifted by 0.8 standard deviations. */
const SHIFTED = 0.788144601416603;
const LONGEST = 40;

/** How likely so many crossings are together with no run longer than so many, by number of points. */
type Joint = Float64Array[][];

/** The boxes for so many points and fewer, computed from the joint distribution of crossings and longest run. */
export function boxesUpTo(points: number): Map<number, Box> {
  const chance = joint(0.5, points);
  const shift = joint(SHIFTED, points);
  return new Map(Array.from({ length: points - 9 }, (_, i) => [i + 10, boxFor(i + 10, chance, shift)]));
}

function boxFor(n: number, chance: Joint, shift: Joint): Box {
  let [crossings, run, least] = [0, 0, 2];
  for (let c = 0; c < n; c++) {
    for (let l = 1; l <= Math.min(n, LONGEST); l++) {
      if (cell(chance, n, c, l) === 0 || inBox(chance, n, c, l) < SPECIFIC) continue;
      const missed = inBox(shift, n, c, l);
      if (missed < least) [crossings, run, least] = [c, l, missed];
    }
  }
  let held = inBox(chance, n, crossings, run) - cell(chance, n, crossings, run);
  if (held < SPECIFIC) return { crossings, run, cutCrossings: crossings, cutRun: run };
  let [cutCrossings, cutRun] = [crossings + 1, run - 1];
  for (;;) {
    const along = cell(chance, n, cutCrossings, run);
    const down = cell(chance, n, crossings, cutRun);
    const canAlong = along > 0 && held - along >= SPECIFIC;
    const canDown = down > 0 && held - down >= SPECIFIC;
    if (!canAlong && !canDown) return { crossings, run, cutCrossings, cutRun };
    const likelier = cell(shift, n, cutCrossings, run) >= cell(shift, n, crossings, cutRun);
    if (canAlong && (!canDown || likelier)) {
      held -= along;
      cutCrossings += 1;
    } else {
      held -= down;
      cutRun -= 1;
    }
  }
}

/** How likely exactly so many crossings are with a longest run of exactly so many. */
function cell(all: Joint, n: number, c: number, l: number): number {
  if (l < 1 || c >= n) return 0;
  const exact = all[n]![l]![c]! - (l > 1 ? all[n]![l - 1]![c]! : 0);
  return exact > 1e-300 ? exact : 0;
}

function inBox(all: Joint, n: number, c: number, l: number): number {
  return all[n]![l]!.subarray(c, n).reduce((sum, own) => sum + own, 0);
}

/** Point after point, by the side and length of the run that it ends: with chance `above` it lies above the line. */
function joint(above: number, points: number): Joint {
  const all: Joint = Array.from({ length: points + 1 }, () => [new Float64Array(0)]);
  const empty = (l: number) => [0, 1].map(() => Array.from({ length: l + 1 }, () => new Float64Array(points + 1)));
  for (let l = 1; l <= LONGEST; l++) {
    let now = empty(l);
    now[0]![1]![0] = above;
    now[1]![1]![0] = 1 - above;
    for (let n = 1; n <= points; n++) {
      const total = new Float64Array(points + 1);
      for (const side of now) for (const run of side) for (let c = 0; c < n; c++) total[c]! += run[c]!;
      all[n]![l] = total;
      const next = empty(l);
      for (const side of [0, 1]) {
        const chance = side === 0 ? above : 1 - above;
        for (let run = 1; run <= l; run++) {
          for (let c = 0; c < n; c++) {
            if (run > 1) next[side]![run]![c] = now[side]![run - 1]![c]! * chance;
            next[side]![1]![c + 1]! += now[1 - side]![run]![c]! * chance;
          }
        }
      }
      now = next;
    }
  }
  return all;
}
