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

/**
 * The readings as they were first recorded, in order of time. A value that was changed, withdrawn, or recorded again
 * still counts as it was at first: else one person could talk a grade up by taking readings back. `questioned` counts the
 * readings for which a second person has to look.
 */
export function gradedReadings(records: readonly Record[]): {
  readings: { date: string; value: number | null }[];
  questioned: number;
} {
  const slots = new Map<string, Record[]>();
  for (const record of [...records].sort(byRecording)) {
    const slot = `${record.date} ${String(record.position).padStart(6, '0')}`;
    slots.set(slot, [...(slots.get(slot) ?? []), record]);
  }
  const inTime = [...slots].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, same]) => same);
  return {
    readings: inTime.flatMap(([record]) => (record ? [{ date: record.date, value: record.first }] : [])),
    questioned: inTime.filter(isQuestioned).length,
  };
}

function byRecording(a: Record, b: Record): number {
  return a.recordedAt === b.recordedAt ? (a.id < b.id ? -1 : 1) : a.recordedAt < b.recordedAt ? -1 : 1;
}

function isQuestioned(same: Record[]): boolean {
  const [first] = same;
  const standing = same.findLast((record) => !record.withdrawn);
  return !first || !standing || standing.now !== first.first;
}
