import { Notice, PageHead, Tag } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import { FIELD_OF, KINDS } from '../fields.ts';
import type { Profile } from '../profiles.ts';
import { FIELDS_IN, PARTS, type Part, partName } from '../sections.ts';
import { reach, visibilityName } from '../visibility.ts';
import { type Names, offerName, termName, whereOf } from '../words.ts';

type Props = { profile: Profile; names: Names; affiliations: number; saved: boolean };

/** The profile part by part: what it says, who sees it, and where to change it. */
export function EditPage({ profile, names, affiliations, saved }: Props) {
  return (
    <div class="reading">
      {saved && (
        <Notice tone="moss">
          <p>{t('Saved. Go on, or leave the rest for another day.')}</p>
        </Notice>
      )}
      <PageHead
        title={t('Your profile')}
        above={<a href={`/people/${profile.address}`}>{t('See it as you see it')}</a>}
        lede={t('Say only what you like. Each part is saved on its own, and none but your name is needed.')}
      />
      <ul class="profile-parts">
        {PARTS.map((part) => {
          const shown = summary(part, profile, names, affiliations);
          return (
            <li>
              <h2>
                <a href={`/people/${profile.address}/${pathOf(part)}`}>{partName(part)}</a>
              </h2>
              <p class={shown ? undefined : 'small'}>{shown || t('Nothing yet')}</p>
              <Circles profile={profile} part={part} />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function pathOf(part: Part): string {
  return part === 'affiliations' ? 'affiliations' : `edit/${part}`;
}

/** Who sees a part; where its fields differ, each of them. */
function Circles({ profile, part }: { profile: Profile; part: Part }) {
  const circles = new Set(
    FIELDS_IN[part].map((field) => visibilityName(reach(profile.visibility, profile.visibilities[field]))),
  );
  if (circles.size === 0) return null;
  return (
    <p class="small">
      {t('Seen by:')} {[...circles].map((circle) => [<Tag>{circle}</Tag>, ' '])}
    </p>
  );
}

/** The beginning of what a part says. */
function summary(part: Part, profile: Profile, names: Names, affiliations: number): string {
  const chosen = KINDS.filter((kind) => FIELDS_IN[part].includes(FIELD_OF[kind])).flatMap((kind) =>
    profile.terms[kind].map((key) => termName(names, kind, key)),
  );
  const said: Record<Part, (string | null | undefined)[]> = {
    about: [profile.name, profile.headline, profile.about],
    photo: [profile.photo && t('You show a picture')],
    help: [profile.canHelp, ...chosen, profile.lookingFor],
    hours: profile.offers.map((offer) => offerName(names, offer)),
    background: [profile.backgroundWords, ...chosen],
    affiliations:
      affiliations === 0
        ? []
        : [t('{count, plural, one {# organisation} other {# organisations}}', { count: affiliations })],
    interests: chosen,
    place: [whereOf(profile)],
    languages: [...chosen, profile.orcid],
    visibility: [
      t('Your profile: {circle}', { circle: visibilityName(profile.visibility) }),
      profile.listed ? t('search engines may list it') : t('search engines may not list it'),
    ],
  };
  const words = said[part].filter(Boolean).join(' · ');
  return words.length <= 160 ? words : `${words.slice(0, 155).replace(/\s+\S*$/, '')} …`;
}
