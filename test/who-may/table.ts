/** Who asks. Each stands for everybody who holds what they hold. */
export const READERS = [
  'visitor',
  'newcomer', // has signed in, and is no member
  'member',
  'team', // whose thing it is: sharer, author, applicant, owner of the account
  'assessor', // reads for England
  'elsewhere', // reads for Scotland; the data lead too
  'moderator',
  'editor', // an editor, who reads for Northern Ireland too
  'steward',
] as const;
export type Reader = (typeof READERS)[number];

/**
 * What each is answered. 200 and 303: sees it, does it. 403: sees that it is there, and may not. 404: does not know of it.
 * 422: may, but the form was empty. 409: may, but not in this state of the thing.
 */
export type Answers = Record<Reader, number>;

export const everybody = (status: number): Answers => but(status, {});

/** Everybody is answered so, but these. */
export function but(status: number, others: Partial<Answers>): Answers {
  const same = (): Answers => ({
    visitor: status,
    newcomer: status,
    member: status,
    team: status,
    assessor: status,
    elsewhere: status,
    moderator: status,
    editor: status,
    steward: status,
  });
  return { ...same(), ...others };
}

/**
 * `page`: what a person reads. `file`: what a program reads. `form`: hands back bad input with a sentence for each field.
 * `button`: a form in which nothing can be wrong. `json`: what our own script sends. Each with the scenes in which it is tried.
 */
export type Route = { kind: 'page' | 'file' | 'form' | 'button' | 'json'; scenes: Record<string, Answers> };
/** By method and path, as the app knows them. */
export type Table = Record<string, Route>;

const of =
  (kind: Route['kind']) =>
  (scenes: Route['scenes']): Route => ({ kind, scenes });
export const page = of('page');
export const file = of('file');
export const form = of('form');
export const button = of('button');
export const json = of('json');

/** Where an address names nothing: `'/people': page(here(everybody(200)))`. */
export const here = (answers: Answers) => ({ here: answers });

/** Nobody learns anything from a link that no letter carried. */
export const wrongToken = { 'a wrong link': everybody(404) };
