import type { Child } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import { CLOSEST, closer, further, moved, type View, WHOLE } from '#kernel/zoom.ts';
import { type Asked, addressOf } from '../asked.ts';

/** Closer, further away and to the sides: links that change what the address shows; the element takes them over. */
export function Zoom({ asked }: { asked: Asked }) {
  const { view } = asked;
  const to = (next: View) => `${addressOf({ ...asked, view: next })}#map`;
  const isWhole = view.zoom === 1;
  return (
    <nav class="landscape-zoom" aria-label={t('Look closer')}>
      <ul>
        <Step move="closer" href={to(closer(view))} shown={view.zoom < CLOSEST}>
          {t('Closer')}
        </Step>
        <Step move="further" href={to(further(view))} shown={!isWhole}>
          {t('Further away')}
        </Step>
        <Step move="left" href={to(moved(view, -1, 0))} shown={!isWhole}>
          {t('Left')}
        </Step>
        <Step move="right" href={to(moved(view, 1, 0))} shown={!isWhole}>
          {t('Right')}
        </Step>
        <Step move="up" href={to(moved(view, 0, -1))} shown={!isWhole}>
          {t('Up')}
        </Step>
        <Step move="down" href={to(moved(view, 0, 1))} shown={!isWhole}>
          {t('Down')}
        </Step>
        <Step move="whole" href={to(WHOLE)} shown={!isWhole}>
          {t('The whole map')}
        </Step>
      </ul>
    </nav>
  );
}

function Step({ move, href, shown, children }: { move: string; href: string; shown: boolean; children?: Child }) {
  return (
    <li hidden={!shown}>
      <a href={href} data-move={move}>
        {children}
      </a>
    </li>
  );
}
