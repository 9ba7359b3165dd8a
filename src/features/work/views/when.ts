import { formatMonth } from '#kernel/format.ts';
import { t } from '#kernel/words.ts';
import type { Work } from '../works.ts';

type Dated = Pick<Work, 'startedOn' | 'endedOn' | 'state'>;

/** `2021 to 2023`, `since 2024`, or nothing. */
export function yearsOf({ startedOn, endedOn, state }: Dated): string {
  const [from, to] = [startedOn?.slice(0, 4), endedOn?.slice(0, 4)];
  if (from && to) return from === to ? from : t('{from} to {to}', { from, to });
  if (from) return state === 'stopped' ? from : t('since {from}', { from });
  return to ? t('until {to}', { to }) : '';
}

/** `January 2023 to March 2024`. */
export function monthsOf({ startedOn, endedOn }: Dated): string {
  if (startedOn && endedOn) return t('{from} to {to}', { from: formatMonth(startedOn), to: formatMonth(endedOn) });
  if (startedOn) return t('since {from}', { from: formatMonth(startedOn) });
  return endedOn ? t('until {to}', { to: formatMonth(endedOn) }) : '';
}
