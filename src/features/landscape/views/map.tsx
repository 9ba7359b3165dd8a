import { DISPUTED, type Mode, modeName, stateName } from '#features/work/index.ts';
import { HEIGHT, WIDTH } from '#kernel/contours.ts';
import { Drawn } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import { type View, viewName, windowOf } from '#kernel/zoom.ts';
import { type Asked, addressOf } from '../asked.ts';
import type { Picture, Spot } from '../landscape.ts';
import { at, dot, Ground, Stroke } from './ground.tsx';
import { Legend } from './legend.tsx';
import { reachSentence } from './sentences.ts';
import { Years } from './years.tsx';
import { Zoom } from './zoom.tsx';

/** So many points are links, the latest changed first; the element draws the others, and all are in the list. */
export const LINKED = 500;

/** The map: hills, works, and the modes named at its edge; drawn once for each picture and view of it. */
export function LandscapeMap({ picture, asked }: { picture: Picture; asked: Asked }) {
  const { from, to, view } = asked;
  return (
    <cairn-landscape
      points={addressOf(
        { ...asked, from: undefined, to: undefined, as: 'list', sort: 'mode', page: 1, view: undefined },
        '/landscape/points',
      )}
      from={from}
      to={to}
      view={viewName(view)}
    >
      <Years picture={picture} asked={asked} />
      <a class="skip-map" href="#works">
        {t('Skip the map and read the list')}
      </a>
      <Zoom asked={asked} />
      <Drawn
        name="landscape"
        from={[picture.key, viewName(view)]}
        ink={() => <WholeMap picture={picture} view={view} />}
      />
    </cairn-landscape>
  );
}

function WholeMap({ picture, view }: { picture: Picture; view: View }) {
  const { spots, contours } = picture;
  const { left, top, side } = windowOf(view);
  const inView = spots.filter(({ place: { x, y } }) => x >= left && x <= left + side && y >= top && y <= top + side);
  const linked = inView.slice(0, LINKED);
  return (
    <figure class="landscape" id="map">
      <section
        class="landscape-frame"
        aria-label={t('Map of {total, plural, one {# piece of work} other {# pieces of work}}', {
          total: spots.length,
        })}
      >
        <ModeName picture={picture} mode="iterative" />
        <ModeName picture={picture} mode="pathways" />
        <div class="landscape-stage">
          <svg
            class="landscape-map"
            viewBox={[left * WIDTH, top * HEIGHT, side * WIDTH, side * HEIGHT].map(tenths).join(' ')}
            preserveAspectRatio="none"
            role="none"
          >
            <Ground contours={contours} />
            <g class="disputes">
              {linked.filter(isDisputed).map((spot) => (
                <Disputed spot={spot} />
              ))}
            </g>
            <g class="spots">
              {linked.map((spot) => (
                <Point spot={spot} />
              ))}
            </g>
          </svg>
        </div>
        <ModeName picture={picture} mode="community" />
        <ModeName picture={picture} mode="operating-model" />
      </section>
      <Legend spots={spots} linked={linked.length} inView={inView.length} />
    </figure>
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
    <a href={`/work/${spot.address}`} aria-label={nameOf(spot)} data-id={spot.short}>
      <Stroke className="dot" path={dot(spot)} width={spot.state === 'stopped' ? 9 : 7} />
      {spot.state === 'stopped' && <Stroke className="hole" path={dot(spot)} width={5} />}
    </a>
  );
}

/** How far those who placed it differ, as ground around the mean. */
function Disputed({ spot }: { spot: Spot }) {
  const { x, y } = at(spot);
  return (
    <ellipse
      class="disputed"
      cx={x}
      cy={y}
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

/** What a point is called. */
export function nameOf(spot: Spot): string {
  const said = { title: spot.title, state: stateName(spot.state) };
  if (isDisputed(spot)) return t('{title}. {state}. People differ about where it stands.', said);
  return t('{title}. {state}.', said);
}

function tenths(number: number): number {
  return Math.round(number * 10) / 10;
}
