import { DISPUTED, type Mode, modeName, stateName } from '#features/work/index.ts';
import { type Child, Drawn } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import { HEIGHT, WIDTH } from '../contours.ts';
import type { Picture, Spot } from '../landscape.ts';
import { dot, Ground, Heights, Marks, Stroke } from './ground.tsx';
import { reachSentence } from './sentences.ts';

/** So many points are links, the latest changed first; the others are drawn, and found in the list. */
export const LINKED = 500;

/** The map: hills, works, and the modes named at its edge; drawn once for each picture. */
export function LandscapeMap({ picture }: { picture: Picture }) {
  return <Drawn name="landscape" from={picture.key} ink={() => <WholeMap picture={picture} />} />;
}

function WholeMap({ picture }: { picture: Picture }) {
  const { spots, contours } = picture;
  return (
    <cairn-landscape>
      <figure class="landscape">
        <a class="skip-map" href="#works">
          {t('Skip the map and read the list')}
        </a>
        <section
          class="landscape-frame"
          aria-label={t('Map of {total, plural, one {# piece of work} other {# pieces of work}}', {
            total: spots.length,
          })}
        >
          <ModeName picture={picture} mode="iterative" />
          <ModeName picture={picture} mode="pathways" />
          <svg class="landscape-map" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" role="none">
            <Ground contours={contours} />
            <g>
              {spots.filter(isDisputed).map((spot) => (
                <Disputed spot={spot} />
              ))}
            </g>
            <Marks spots={spots.slice(LINKED)} />
            <g class="spots">
              {spots.slice(0, LINKED).map((spot) => (
                <Point spot={spot} />
              ))}
            </g>
          </svg>
          <ModeName picture={picture} mode="community" />
          <ModeName picture={picture} mode="operating-model" />
        </section>
        <Legend picture={picture} />
      </figure>
    </cairn-landscape>
  );
}

function ModeName({ picture, mode }: { picture: Picture; mode: Mode }) {
  return (
    <p class={`landscape-mode landscape-mode-${mode}`}>
      <strong>{modeName(mode)}</strong> <span>{reachSentence(picture.summary, mode)}</span>
    </p>
  );
}

function Point({ spot }: { spot: Spot }) {
  return (
    <a href={`/work/${spot.address}`} aria-label={nameOf(spot)}>
      <Stroke className="dot" path={dot(spot)} width={spot.state === 'stopped' ? 9 : 7} />
      {spot.state === 'stopped' && <Stroke className="hole" path={dot(spot)} width={5} />}
    </a>
  );
}

/** How far those who placed it differ, as ground around the mean. */
function Disputed({ spot }: { spot: Spot }) {
  return (
    <ellipse
      class="disputed"
      cx={Math.round(spot.place.x * WIDTH)}
      cy={Math.round(spot.place.y * HEIGHT)}
      rx={Math.round(spot.spread * 0.1 * WIDTH)}
      ry={Math.round(spot.spread * 0.1 * HEIGHT)}
      fill="#1f2a2e"
      fill-opacity="0.04"
      stroke="#1f2a2e"
      stroke-opacity="0.6"
      stroke-dasharray="2 4"
      vector-effect="non-scaling-stroke"
    />
  );
}

function isDisputed({ spread }: Spot): boolean {
  return spread >= DISPUTED;
}

function nameOf(spot: Spot): string {
  const said = { title: spot.title, state: stateName(spot.state) };
  if (isDisputed(spot)) return t('{title}. {state}. People differ about where it stands.', said);
  return t('{title}. {state}.', said);
}

/** What the signs mean, and what the picture cannot say. */
function Legend({ picture: { spots, contours } }: { picture: Picture }) {
  return (
    <figcaption class="landscape-legend">
      <ul>
        <li>
          <Sign>
            <Stroke className="dot" path="M12 12h.01" width={7} />
          </Sign>
          {t('a piece of work')}
        </li>
        <li>
          <Sign>
            <Stroke className="dot" path="M12 12h.01" width={9} />
            <Stroke className="hole" path="M12 12h.01" width={5} />
          </Sign>
          {t('one that has stopped')}
        </li>
        {spots.some(isDisputed) && (
          <li>
            <Sign>
              <ellipse
                class="disputed"
                cx="12"
                cy="12"
                rx="10"
                ry="7"
                fill="#1f2a2e"
                fill-opacity="0.04"
                stroke="#1f2a2e"
                stroke-opacity="0.5"
                stroke-dasharray="2 3"
              />
              <Stroke className="dot" path="M12 12h.01" width={5} />
            </Sign>
            {t('disputed: people differ about where it stands')}
          </li>
        )}
        {contours.length > 0 && (
          <li>
            <Heights />
            {t('from little shared work to much')}
          </li>
        )}
      </ul>
      <p>
        {t(
          'Height means more shared work: not better work, nor all the work there is. A point is drawn towards the modes that it has most of, and the whole is spread out to fill the frame, so read who is next to whom rather than distances. The middle can hide opposites: half iterative with half operating model stands where half pathways with half community does. It is a simplified view.',
        )}
      </p>
      {spots.length > LINKED && (
        <p>
          {t('The {linked} works that changed last are links on the map; all {total} are in the list.', {
            linked: LINKED,
            total: spots.length,
          })}
        </p>
      )}
    </figcaption>
  );
}

function Sign({ children }: { children?: Child }) {
  return (
    <svg class="landscape-sign" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
      {children}
    </svg>
  );
}
