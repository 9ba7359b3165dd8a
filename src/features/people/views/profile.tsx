import { formatDate } from '#kernel/format.ts';
import { plainText } from '#kernel/prose/index.ts';
import { ButtonLink, type Child, Empty, Notice, PageHead, Prose } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { Kind } from '../fields.ts';
import type { Offer } from '../offers.ts';
import type { Profile } from '../profiles.ts';
import { type Names, offerName, termName, whereOf } from '../words.ts';
import { Face } from './face.tsx';

type Props = {
  profile: Profile;
  names: Names;
  own: boolean;
  /** The reader is no member, and may see less than one. */
  outside: boolean;
  /** Panels of other rooms: below the name, in the story, at its side, and last of all. */
  panels: Record<'head' | 'main' | 'side' | 'foot', Child[]>;
  said?: string;
};

/** A person, as the reader may see them. */
export function ProfilePage({ profile, names, own, outside, panels, said }: Props) {
  const where = whereOf(profile);
  return (
    <article class="profile">
      {said && (
        <Notice tone="moss">
          <p>{said}</p>
        </Notice>
      )}
      <div class="profile-head">
        <Face person={profile} large />
        <PageHead title={profile.name} lede={profile.headline || undefined}>
          {where && <p class="small">{where}</p>}
          <div class="buttons">
            {own && (
              <ButtonLink href={`/people/${profile.address}/edit`} kind="secondary">
                {t('Change your profile')}
              </ButtonLink>
            )}
            {panels.head}
          </div>
        </PageHead>
      </div>
      <div class="profile-columns">
        <div>
          <Story profile={profile} names={names} own={own} />
          {panels.main}
        </div>
        <div class="profile-side">
          <Background profile={profile} names={names} />
          {panels.side}
          <Chosen profile={profile} names={names} kind="topic" title={t('Topics')} />
          <Chosen profile={profile} names={names} kind="mode" title={t('Kinds of improvement work')} />
          <Chosen profile={profile} names={names} kind="method" title={t('Methods')} />
          <Chosen profile={profile} names={names} kind="language" title={t('Languages')} />
          {profile.orcid && (
            <section>
              <h2>{t('ORCID iD')}</h2>
              <p>
                <a href={`https://orcid.org/${profile.orcid}`} rel="me">
                  {profile.orcid}
                </a>
              </p>
            </section>
          )}
          {outside && <p class="small">{t('Members of this community may see more of a profile than visitors.')}</p>}
          {panels.foot}
          {!own && (
            <p class="small">
              <a href={`/report?${new URLSearchParams({ address: `/people/${profile.address}` })}`}>
                {t('Report this profile')}
              </a>
            </p>
          )}
        </div>
      </div>
    </article>
  );
}

function Story({ profile, names, own }: Pick<Props, 'profile' | 'names' | 'own'>) {
  const { about, canHelp, lookingFor, terms, offers, address } = profile;
  const lent = offers.filter(({ kind }) => kind === 'offer');
  const asked = offers.filter(({ kind }) => kind === 'ask');
  const helps = canHelp || terms.skill.length > 0 || lent.length > 0;
  const looks = lookingFor || asked.length > 0;
  return (
    <>
      {about && <Prose text={plainText(about)} />}
      {(helps || looks) && (
        <div class="profile-offers">
          {helps && (
            <section class="card">
              <h2>{t('Can help with')}</h2>
              {canHelp && <Prose text={plainText(canHelp)} />}
              <Tags names={names} kind="skill" keys={terms.skill} />
              <Offers offers={lent} names={names} />
            </section>
          )}
          {looks && (
            <section class="card">
              <h2>{t('Is looking for')}</h2>
              {lookingFor && <Prose text={plainText(lookingFor)} />}
              <Offers offers={asked} names={names} />
            </section>
          )}
        </div>
      )}
      {own && !helps && (
        <Empty>
          <p>
            {t('What could somebody ask you about over a cup of tea?')}{' '}
            <a href={`/people/${address}/edit/help`}>{t('Say in a line what you can help with')}</a>
          </p>
        </Empty>
      )}
      {!own && !about && !helps && !looks && (
        <Empty>
          <p>{t('{name} has not said more here yet.', { name: profile.name })}</p>
        </Empty>
      )}
    </>
  );
}

function Offers({ offers, names }: { offers: Offer[]; names: Names }) {
  if (offers.length === 0) return null;
  return (
    <ul class="offers">
      {offers.map((offer) => (
        <li>
          <strong>{offerName(names, offer)}</strong>
          {offer.until && <span class="small"> {t('until {day}', { day: formatDate(offer.until) })}</span>}
          {offer.note && <span class="offer-note">{offer.note}</span>}
        </li>
      ))}
    </ul>
  );
}

function Background({ profile, names }: Pick<Props, 'profile' | 'names'>) {
  const { backgroundWords, terms } = profile;
  if (!backgroundWords && terms.background.length + terms.sector.length === 0) return null;
  return (
    <section>
      <h2>{t('Background')}</h2>
      {backgroundWords && <p>{backgroundWords}</p>}
      <Tags names={names} kind="background" keys={terms.background} />
      <Tags names={names} kind="sector" keys={terms.sector} />
    </section>
  );
}

function Chosen({ profile, names, kind, title }: Pick<Props, 'profile' | 'names'> & { kind: Kind; title: string }) {
  if (profile.terms[kind].length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <Tags names={names} kind={kind} keys={profile.terms[kind]} />
    </section>
  );
}

/** Each leads to everybody who chose the same. */
function Tags({ names, kind, keys }: { names: Names; kind: Kind; keys: string[] }) {
  if (keys.length === 0) return null;
  return (
    <ul class="tags">
      {keys.map((key) => (
        <li>
          <a class="tag" href={`/people?${new URLSearchParams({ [kind]: key })}`}>
            {termName(names, kind, key)}
          </a>
        </li>
      ))}
    </ul>
  );
}
