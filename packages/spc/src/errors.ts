/**
 * What was wrong with the input. The code is stable and meant for programs; the message is one plain sentence.
 *
 * - `no-readings`: there is nothing to chart
 * - `lengths-differ`: dates and values do not pair up
 * - `invalid-date`: not a calendar date written yyyy-mm-dd (a reading's or a rebase's)
 * - `duplicate-date`: two readings share a date
 * - `invalid-value`: a value or limit is neither null nor a finite number of at most 1e300 in size
 * - `invalid-target`: the same, for the target
 * - `invalid-baseline`: the baseline is not a whole number of points, or has too few of them for the profile
 * - `invalid-x`: dates and numbers are mixed, or a place is neither
 * - `invalid-denominator`: a denominator is negative, smaller than its share, missing where needed, or of no use
 * - `invalid-size`: a number of readings is not whole, or too small to mean anything
 * - `invalid-odds`: a rate does not lie between 0 and 1, or odds or limit are not usable
 * - `unknown-kind`: no kind of chart has this name
 * - `unknown-profile`: no profile has this name
 * - `invalid-profile`: a profile of the caller's own asks for the impossible, such as a shift of one point
 */
export type SpcErrorCode =
  | 'no-readings'
  | 'lengths-differ'
  | 'invalid-date'
  | 'duplicate-date'
  | 'invalid-value'
  | 'invalid-target'
  | 'invalid-baseline'
  | 'invalid-size'
  | 'invalid-x'
  | 'invalid-denominator'
  | 'invalid-odds'
  | 'unknown-kind'
  | 'unknown-profile'
  | 'invalid-profile';

/** The one error that this package throws. `position` is the row of the input (from 0) where there is one to blame. */
export class SpcError extends Error {
  override readonly name = 'SpcError';
  readonly code: SpcErrorCode;
  readonly position: number | null;

  constructor(code: SpcErrorCode, message: string, position: number | null = null) {
    super(message);
    this.code = code;
    this.position = position;
  }
}
