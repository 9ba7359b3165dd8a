/** One reading as it stands on record, with all that became of it. */
export type Record = {
  id: string;
  date: string;
  /** Its place among several readings of one day. */
  position: number;
  /** The value that was recorded first. */
  first: number | null;
  /** The value that it has now. */
  now: number | null;
  /** The instant at which it was recorded, as ISO text. */
  recordedAt: string;
  withdrawn: boolean;
};

/** What a second person accepted: from then on this is what counts for the day, whatever was recorded first. */
export type Acceptance = {
  date: string;
  position: number;
  /** The value that stood; `none` where the reading had been taken back. */
  stood: number | null | 'none';
};

/** One place in time: what counts there for a grade, and what stands there now. */
export type Slot = { date: string; position: number; counts: number | null | 'none'; stands: number | null | 'none' };

/**
 * The readings as they were first recorded, in order of time, or as a second person accepted them. A value that was
 * changed, withdrawn, or recorded again still counts as it was at first: else one person could talk a grade up by taking
 * readings back. `questioned` counts the readings for which a second person has to look.
 */
export function gradedReadings(
  records: readonly Record[],
  accepted: readonly Acceptance[],
): {
  readings: { date: string; value: number | null }[];
  questioned: number;
} {
  const all = slots(records, accepted);
  return {
    readings: all.flatMap(({ date, counts }) => (counts === 'none' ? [] : [{ date, value: counts }])),
    questioned: all.filter(({ counts, stands }) => counts !== stands).length,
  };
}

/** Every place in time that ever had a reading, in order. Acceptances come in the order in which they were given. */
export function slots(records: readonly Record[], accepted: readonly Acceptance[]): Slot[] {
  const places = new Map<string, Record[]>();
  for (const record of [...records].sort(byRecording))
    places.set(keyOf(record), [...(places.get(keyOf(record)) ?? []), record]);
  const agreed = new Map(accepted.map((one) => [keyOf(one), one.stood]));
  const inTime = [...places].sort(([a], [b]) => (a < b ? -1 : 1));
  return inTime.flatMap(([key, same]) => {
    const [first] = same;
    if (!first) return [];
    const standing = same.findLast((record) => !record.withdrawn);
    const counts = agreed.get(key);
    return [
      {
        date: first.date,
        position: first.position,
        counts: counts === undefined ? first.first : counts,
        stands: standing ? standing.now : ('none' as const),
      },
    ];
  });
}

function keyOf({ date, position }: { date: string; position: number }): string {
  return `${date} ${String(position).padStart(6, '0')}`;
}

function byRecording(a: Record, b: Record): number {
  return a.recordedAt === b.recordedAt ? (a.id < b.id ? -1 : 1) : a.recordedAt < b.recordedAt ? -1 : 1;
}
