import { places } from '#features/reference/index.ts';
import type { Actor } from '#kernel/actor.ts';
import type { Country } from '#kernel/countries.ts';
import { type Db, inTransaction } from '#kernel/database/index.ts';
import { Invalid } from '#kernel/errors.ts';
import { slug } from '#kernel/ids.ts';
import * as journal from '#kernel/journal.ts';
import { t } from '#kernel/words.ts';
import { FIELDS, KINDS, type Kind } from './fields.ts';
import type { Person } from './people.ts';
import { allow } from './policy.ts';
import { index } from './search.ts';
import { AT_FIRST, type Visibilities, type Visibility } from './visibility.ts';

export const SHOWN = ['town', 'region', 'country'] as const;
/** How finely a place is shown. */
export type Shown = (typeof SHOWN)[number];

/** What a person may say of themselves, all of it or a part. */
export type Said = {
  name?: string;
  headline?: string;
  about?: string;
  country?: Country | null;
  canHelp?: string;
  lookingFor?: string;
  backgroundWords?: string;
  orcid?: string | null;
  /** A postcode or a place's name; empty takes it away. Only the area that it lies in is kept. */
  place?: { words: string; shown: Shown };
  terms?: Partial<Record<Kind, string[]>>;
  visibility?: Visibility;
  visibilities?: Visibilities;
  /** May search engines list the profile? */
  listed?: boolean;
};

/** Changes what a person says of themselves. Throws Invalid where a place is not known. */
export async function describe(db: Db, person: Person, said: Said, actor: Actor): Promise<void> {
  allow(actor, 'describe', person);
  const { name, headline, about, country, orcid, visibility } = said;
  const given = {
    ...{ headline, about, country, orcid, visibility },
    can_help: said.canHelp,
    looking_for: said.lookingFor,
    background_words: said.backgroundWords,
    ...(name === undefined ? {} : { name, slug: slug(name) }),
    ...(said.place && (await placeOf(db, said.place))),
  };
  const columns = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  await inTransaction(db, async (trx) => {
    if (Object.keys(columns).length > 0)
      await trx.updateTable('people').set(columns).where('id', '=', person.id).execute();
    await choose(trx, person.id, said.terms ?? {});
    await open(trx, person.id, said.visibilities ?? {});
    await list(trx, person.id, said.listed, actor);
    await index(trx, person.id, actor.at);
    await journal.record(trx, actor, 'profile.changed', { type: 'person', id: person.id });
  });
}

async function placeOf(db: Db, { words, shown }: { words: string; shown: Shown }) {
  if (words === '') return { place_key: null, place_shown: shown };
  const place = await places.locate(db, words);
  if (!place)
    throw new Invalid({
      place: t('We do not know that place. Try the first letters of your postcode, or the nearest larger town.'),
    });
  return { place_key: place.key, place_shown: shown, country: place.country };
}

/** Takes the place of what was chosen from these vocabularies. */
async function choose(trx: Db, personId: string, terms: Partial<Record<Kind, string[]>>): Promise<void> {
  const kinds = KINDS.filter((kind) => terms[kind] !== undefined);
  if (kinds.length === 0) return;
  await trx.deleteFrom('profile_terms').where('person_id', '=', personId).where('kind', 'in', kinds).execute();
  const rows = kinds.flatMap((kind) => [...new Set(terms[kind])].map((key) => ({ person_id: personId, kind, key })));
  if (rows.length > 0) await trx.insertInto('profile_terms').values(rows).execute();
}

async function open(trx: Db, personId: string, visibilities: Visibilities): Promise<void> {
  const fields = FIELDS.filter((field) => visibilities[field] !== undefined);
  if (fields.length === 0) return;
  await trx.deleteFrom('profile_visibilities').where('person_id', '=', personId).where('field', 'in', fields).execute();
  const rows = fields.flatMap((field) => {
    const visibility = visibilities[field] ?? AT_FIRST;
    return visibility === AT_FIRST ? [] : [{ person_id: personId, field, visibility }];
  });
  if (rows.length > 0) await trx.insertInto('profile_visibilities').values(rows).execute();
}

async function list(trx: Db, personId: string, listed: boolean | undefined, { at }: Actor): Promise<void> {
  if (listed === true)
    await trx
      .insertInto('profile_listings')
      .values({ person_id: personId, listed_at: at })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  if (listed === false) await trx.deleteFrom('profile_listings').where('person_id', '=', personId).execute();
}
