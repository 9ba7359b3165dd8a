const LOCALE = 'en-GB';
const ZONE = 'Europe/London';

const day = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const month = new Intl.DateTimeFormat(LOCALE, { month: 'long', year: 'numeric', timeZone: 'UTC' });
const shortDay = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short', timeZone: 'UTC' });
const shortMonth = new Intl.DateTimeFormat(LOCALE, { month: 'short', year: 'numeric', timeZone: 'UTC' });
const moment = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'long', timeStyle: 'short', timeZone: ZONE });
const dayOfInstant = new Intl.DateTimeFormat(LOCALE, {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: ZONE,
});
const isoDay = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE }); // Swedish writes year, month, day
const decimals = Array.from(
  { length: 7 },
  (_, n) => new Intl.NumberFormat(LOCALE, { minimumFractionDigits: n, maximumFractionDigits: n }),
);
const plain = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 6 });

/** `2024-07-01` or an instant → `1 July 2024` (an instant in the community's time zone). */
export function formatDate(date: string | Date): string {
  return typeof date === 'string' ? day.format(utc(date)) : dayOfInstant.format(date);
}

/** The day of an instant in the community's time zone: `2024-07-01`. */
export function dayOf(instant: Date): string {
  return isoDay.format(instant);
}

/** `2024-07-01` → `July 2024`. */
export function formatMonth(date: string): string {
  return month.format(utc(date));
}

/** `2024-07-01` → `Jul 2024`, for axes. */
export function formatShortMonth(date: string): string {
  return shortMonth.format(utc(date));
}

/** `2024-07-01` → `1 Jul`, for axes. */
export function formatShortDay(date: string): string {
  return shortDay.format(utc(date));
}

/** An instant → `1 July 2024 at 14:05`. */
export function formatMoment(instant: Date): string {
  return moment.format(instant);
}

/** A number as people read it; with `places`, exactly so many decimals. */
export function formatNumber(value: number, places?: number): string {
  return places === undefined ? plain.format(value) : (decimals[Math.min(places, 6)] ?? plain).format(value);
}

function utc(date: string): Date {
  return new Date(`${date.slice(0, 10)}T00:00:00Z`);
}
