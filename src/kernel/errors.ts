/** What a verb may refuse. Anything else that is thrown is a bug and becomes a 500 page. */
export abstract class DomainError extends Error {
  abstract readonly status: 403 | 404 | 409 | 422 | 429;
}

/** The thing does not exist, or the reader may not know that it does. */
export class NotFound extends DomainError {
  readonly status = 404;
  constructor(message = 'Not found') {
    super(message);
  }
}

/** The actor is known and may not do this. `message` is a sentence for the page. */
export class Refused extends DomainError {
  readonly status = 403;
}

/** Two people did something at the same time, or the thing has moved on. */
export class Conflict extends DomainError {
  readonly status = 409;
}

/** Too much in too short a time. */
export class TooMany extends DomainError {
  readonly status = 429;
  constructor(
    message: string,
    readonly retryAfterSeconds: number,
  ) {
    super(message);
  }
}

/** What was typed cannot be accepted: one sentence for each field, shown beside it. */
export class Invalid extends DomainError {
  readonly status = 422;
  constructor(readonly errors: Record<string, string>) {
    super(Object.values(errors).join(' '));
  }
}
