/** The only source of the present: tests and the demo community set their own. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();

/** The calendar day of an instant in a time zone, as `yyyy-mm-dd`. */
export function dayOf(instant: Date, timeZone = 'Europe/London'): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    instant,
  );
}
