import type { Actor } from '#kernel/actor.ts';
import type { Db } from '#kernel/database/index.ts';
import { Invalid, Refused } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import * as journal from '#kernel/journal.ts';
import { limit } from '#kernel/limits.ts';
import type { Current, Sessions } from '#kernel/session/index.ts';
import { t } from '#kernel/words.ts';
import * as letters from './letters.ts';

/** Where and with what a change is made: the house's sessions and the address for its letters. */
export type Place = { sessions: Sessions; url: string };

/** How somebody signs in, as their account page shows it. */
export async function overview({ accounts }: Sessions, { accountId, twoFactor }: Current) {
  return {
    twoFactor,
    hasPassword: await accounts.hasPassword(accountId),
    passkeys: await accounts.passkeys(accountId),
    sessions: await accounts.sessions(accountId),
  };
}

export type Overview = Awaited<ReturnType<typeof overview>>;

/** Chooses a password. One who has one types it, unless they have just signed in: a letter opens the way to a new one. */
export async function choosePassword(
  db: Db,
  { sessions, url }: Place,
  current: Current,
  chosen: { current?: string; password: string },
  actor: Actor,
): Promise<void> {
  const isFirst = !(await sessions.accounts.hasPassword(current.accountId));
  if (!mayChooseAnew(current) && !isFirst) await proveIt(db, sessions, current, chosen.current, 'current', actor);
  if (isFirst && !current.fresh) throw new Refused(t('Please sign in once more before you choose a password.'));
  if (chosen.password.toLowerCase() === current.email)
    throw new Invalid({ password: t('Please choose something else than your address.') });
  await sessions.accounts.setPassword(current, chosen.password);
  await note(db, 'password.chosen', current, actor);
  await letters.warn(db, current.email, t('The password of your account was changed just now.'), url, actor);
}

/** Did this session just begin by something that proves more than a password does? */
export function mayChooseAnew({ fresh, way }: Current): boolean {
  return fresh && way !== 'password';
}

/** Begins the set-up of two-step sign-in. */
export async function beginTwoFactor(
  db: Db,
  { sessions }: Place,
  { headers, current, password }: { headers: Headers; current: Current; password?: string },
  actor: Actor,
): Promise<void> {
  if (!current.fresh) throw new Refused(t('Please sign in once more before you change this.'));
  await limit(db, 'account.two-factor', current.accountId, actor.at);
  if (!(await sessions.accounts.beginTwoFactor(headers, password))) throw wrongPassword();
}

/** Two-step sign-in begins with the first code that fits. */
export async function confirmTwoFactor(
  db: Db,
  { sessions, url }: Place,
  { headers, current, code }: { headers: Headers; current: Current; code: string },
  actor: Actor,
): Promise<string[]> {
  await limit(db, 'account.two-factor', current.accountId, actor.at);
  const cookies = await sessions.accounts.confirmTwoFactor(headers, current, code);
  if (!cookies)
    throw new Invalid({ code: t('This code does not fit. Check the clock of your phone and type the next.') });
  await note(db, 'two-factor.begun', current, actor);
  await letters.warn(db, current.email, t('Two-step sign-in was switched on for your account.'), url, actor);
  return cookies;
}

export async function endTwoFactor(
  db: Db,
  { sessions, url }: Place,
  { headers, current, password }: { headers: Headers; current: Current; password?: string },
  actor: Actor,
): Promise<string[]> {
  if (!current.fresh) throw new Refused(t('Please sign in once more before you change this.'));
  await limit(db, 'account.two-factor', current.accountId, actor.at);
  const cookies = await sessions.accounts.endTwoFactor(headers, current, password);
  if (!cookies) throw wrongPassword();
  await note(db, 'two-factor.ended', current, actor);
  await letters.warn(db, current.email, t('Two-step sign-in was switched off for your account.'), url, actor);
  return cookies;
}

export async function newBackupCodes(
  db: Db,
  { sessions }: Place,
  { headers, current, password }: { headers: Headers; current: Current; password?: string },
  actor: Actor,
): Promise<string[]> {
  if (!current.fresh) throw new Refused(t('Please sign in once more before you change this.'));
  await limit(db, 'account.two-factor', current.accountId, actor.at);
  const codes = await sessions.accounts.newBackupCodes(headers, password);
  if (!codes) throw wrongPassword();
  await note(db, 'two-factor.codes-renewed', current, actor);
  return codes;
}

async function proveIt(
  db: Db,
  { accounts }: Sessions,
  { accountId }: Current,
  typed: string | undefined,
  field: string,
  actor: Actor,
): Promise<void> {
  await limit(db, 'account.password', accountId, actor.at);
  if (!typed) throw new Invalid({ [field]: t('Type the password that you have now.') });
  if (!(await accounts.passwordFits(accountId, typed)))
    throw new Invalid({ [field]: t('This is not the password that you have now.') });
}

function wrongPassword(): Invalid {
  return new Invalid({ password: t('This is not your password.') });
}

async function note(db: Db, verb: string, { personId }: Current, actor: Actor): Promise<void> {
  await journal.record(db, actor, verb, { type: 'person', id: personId ?? newId() });
}
