import type { Child } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { Spot } from '../landscape.ts';
import { Heights, Stroke } from './ground.tsx';

/** What the signs mean, and what the picture cannot say. `linked`: how many of the points in view are links. */
export function Legend({ spots, linked, inView }: { spots: readonly Spot[]; linked: number; inView: number }) {
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
        <li>
          <Heights />
          {t('from little shared work to much')}
        </li>
      </ul>
      <p>
        {t(
          'Height means more shared work: not better work, nor all the work there is. The four modes stand around the map, and a point is drawn towards those that it has most of; the whole is spread out to fill the frame, so read who is next to whom rather than distances. The middle can hide opposites: half iterative with half operating model stands where half pathways with half community does. It is a simplified view.',
        )}
      </p>
      <p>
        {t(
          'A year shows what was under way in it: from the year in which work began to the one in which it ended, if it has. Work whose beginning nobody has said is in no year.',
        )}
      </p>
      {inView > linked && (
        <p>
          {t(
            'The {linked, number} works that changed last are links on the map; the others can be reached by looking closer, and all {total, number} are in the list.',
            { linked, total: spots.length },
          )}
        </p>
      )}
      <p class="landscape-hint" hidden>
        {t(
          'Tab to the map, then go from point to point with the arrow keys, and closer or further with + and −. Two fingers or Ctrl and the wheel bring it closer too; drag it to move.',
        )}
      </p>
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
