/** The edge of a box of runs without a signal, in units of crossings and of points in a run. */
export interface Box {
  /** Fewer crossings than this are a signal. */
  readonly crossings: number;
  /** A longer run than this is a signal. */
  readonly run: number;
  /** From so many crossings on, a run of the full length is none. The same as `crossings` where no corner was cut. */
  readonly cutCrossings: number;
  /** At the fewest crossings, a run longer than this is a signal. The same as `run` where no corner was cut. */
  readonly cutRun: number;
}

/**
 * For 10 to 100 useful points: the box of crossings and longest runs that holds at least 92.5% of chance and as little as can
 * be of a shift by 0.8 standard deviations; and then the two ends to which its corner can be cut away while it still holds
 * 92.5%, cell by cell, the likelier under the shift first (Anhøj & Wentzel-Larsen, “Smooth operator”, PLoS ONE 15(6), 2020, and
 * “Sense and sensibility”, BMC Medical Research Methodology 18, 2018). `test/boxes.ts` computes it from the joint
 * distribution of the two, and a test compares.
 */
const FIRST = 10;
const EDGES = `
  2 6 3 5, 3 7 4 6, 3 6 3 6, 3 6 3 6, 3 6 3 6, 4 7 6 6, 5 8 6 7, 5 7 5 7, 5 7 6 6, 5 7 6 5, 6 7 6 7, 7 8 7 8, 6 7 7 6,
  6 7 7 6, 6 7 7 6, 6 7 6 7, 9 9 10 7, 9 8 10 7, 9 8 11 7, 10 8 10 8, 11 10 12 9, 11 9 14 8, 11 8 11 8, 11 8 12 7,
  11 8 13 7, 12 8 12 8, 13 9 15 8, 14 10 14 10, 13 8 13 8, 15 11 15 11, 15 9 15 9, 15 9 17 8, 14 8 14 8, 14 8 14 8,
  17 10 17 10, 17 9 17 9, 17 9 19 8, 17 9 20 7, 19 12 20 11, 19 10 21 9, 19 9 19 9, 19 9 21 8, 19 9 21 7, 21 11 23 9,
  21 10 23 8, 21 9 21 9, 21 9 23 8, 23 12 25 11, 23 10 24 9, 23 10 26 8, 23 9 23 9, 23 9 24 8, 25 11 27 9, 25 10 27 9,
  26 11 27 10, 26 10 27 9, 27 12 29 10, 27 10 27 10, 27 10 29 8, 28 11 29 8, 29 14 30 13, 29 11 31 9, 29 10 30 9,
  30 11 31 10, 30 10 30 10, 31 12 32 9, 31 11 34 8, 31 10 33 9, 32 11 33 8, 33 13 37 11, 33 11 35 9, 33 10 33 10,
  34 11 36 10, 33 10 36 7, 35 11 35 11, 35 11 38 8, 35 10 36 9, 35 10 38 8, 37 12 38 10, 37 11 39 9, 38 12 38 12,
  37 10 39 9, 39 13 41 12, 39 11 40 10, 39 11 42 8, 39 10 39 10, 39 10 41 8, 41 12 42 9, 41 11 44 9, 42 12 43 10,
  41 10 42 9`;

const BOXES: readonly Box[] = EDGES.split(',').map((edge) => {
  const [crossings, run, cutCrossings, cutRun] = edge.trim().split(' ').map(Number) as [number, number, number, number];
  return { crossings, run, cutCrossings, cutRun };
});

/** The box for so many useful points; null for fewer than 10 or more than 100. */
export function boxOf(useful: number): Box | null {
  return BOXES[useful - FIRST] ?? null;
}
