import type { Actor } from './actor.ts';
import { isSignedIn } from './actor.ts';
import { Refused } from './errors.ts';
import { t } from './words.ts';

/** One rule for each verb of a room: may this actor do it to this thing? */
type Rules<Things extends object> = { [Verb in keyof Things]: (actor: Actor, thing: Things[Verb]) => boolean };

/**
 * The permissions of a room, as a pair: `allow(actor, 'edit', work)` is the first line of a verb and throws `Refused`;
 * `may(actor, 'edit', work)` answers the same question for a page that decides whether to show the button.
 */
export function policy<Things extends object>(rules: Rules<Things>) {
  function may<Verb extends keyof Things>(actor: Actor, verb: Verb, thing: Things[Verb]): boolean {
    return rules[verb](actor, thing);
  }
  function allow<Verb extends keyof Things>(actor: Actor, verb: Verb, thing: Things[Verb]): void {
    if (may(actor, verb, thing)) return;
    throw new Refused(isSignedIn(actor) ? t('You do not have permission to do this.') : t('Please sign in first.'));
  }
  return { may, allow };
}
