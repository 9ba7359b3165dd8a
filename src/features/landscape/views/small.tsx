import { MODES, modeName } from '#features/work/index.ts';
import { HEIGHT, WIDTH } from '#kernel/contours.ts';
import { Drawn } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { Picture } from '../landscape.ts';
import { Ground, Marks } from './ground.tsx';
import { LINKED } from './map.tsx';
import { pictureSentence, shortReach } from './sentences.ts';

/** The landscape in small, as a picture that leads to the large one; drawn once for each picture. */
export function SmallLandscape({ picture }: { picture: Picture }) {
  return <Drawn name="small landscape" from={picture.key} ink={() => <WholeSmall picture={picture} />} />;
}

function WholeSmall({ picture }: { picture: Picture }) {
  return (
    <figure class="landscape landscape-small">
      <a class="landscape-frame" href="/landscape">
        <span class="visually-hidden">{t('Open the landscape.')}</span>
        {MODES.map((mode) => (
          <span class={`landscape-mode landscape-mode-${mode}`}>
            <strong>{modeName(mode)}</strong> <span>{shortReach(picture.summary, mode)}</span>
          </span>
        ))}
        <svg
          class="landscape-map"
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          preserveAspectRatio="none"
          aria-hidden="true"
          focusable="false"
        >
          <Ground contours={picture.contours} />
          <Marks spots={picture.spots.slice(0, LINKED)} />
        </svg>
      </a>
      <figcaption class="small">
        {pictureSentence(picture.summary)} {t('Height means more shared work, not better work.')}
      </figcaption>
    </figure>
  );
}
