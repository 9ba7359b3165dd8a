import { Tag } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { Found, Near } from '../directory.ts';
import { type Names, offerName, termName, whereOf } from '../words.ts';
import { Face } from './face.tsx';

const MOST = 4;

/** A person in a list: who, where, and what they would do for somebody who asks. */
export function PersonCard({ person, names, near }: { person: Found; names: Names; near?: Near }) {
  const lent = person.offers.filter(({ kind }) => kind === 'offer');
  const offers = lent.map((offer) => offerName(names, offer));
  const others = person.terms.skill.filter((key) => !lent.some(({ skill }) => skill === key));
  const skills = others.map((key) => termName(names, 'skill', key));
  const tags = [...offers, ...skills].slice(0, MOST);
  return (
    <>
      <Face person={person} />
      <div>
        <h2>
          <a href={`/people/${person.address}`}>{person.name}</a>
        </h2>
        {person.headline && <p>{person.headline}</p>}
        <p class="small">
          {whereOf(person)}
          {near &&
            person.ring !== null &&
            ` · ${t('within {km} km of {place}', { km: person.ring, place: near.name })}`}
        </p>
        {tags.length > 0 && (
          <ul class="tags">
            {tags.map((tag, i) => (
              <li>
                <Tag tone={i < offers.length ? 'moss' : 'plain'}>{tag}</Tag>
              </li>
            ))}
          </ul>
        )}
      </div>
    </>
  );
}
