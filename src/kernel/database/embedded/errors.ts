export type StartRefusal = 'in-use' | 'not-writable' | 'no-programs' | 'no-user' | 'foreign' | 'failed';

/**
 * Cairn cannot start, for a reason that the operator can do something about. `message` is for them: whole sentences that
 * name the cause and the way out. A fault in our own code is never a StartError.
 */
export class StartError extends Error {
  override name = 'StartError';
  readonly reason: StartRefusal;

  constructor(reason: StartRefusal, message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}

/** The short code of an operating-system error (`EACCES`, `ENOENT`), or an empty string. */
export function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
