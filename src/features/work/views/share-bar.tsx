import { formatNumber } from '#kernel/format.ts';
import { t } from '#kernel/words.ts';
import { MODES, modeName, type Shares } from '../modes.ts';

const COLOURS = {
  iterative: '#3c5a3a',
  pathways: '#1b6380',
  'operating-model': '#8a6a1f',
  community: '#75406f',
} as const;

/** The shares as one bar, and the same in words for those who do not see it. */
export function ShareBar({ shares }: { shares: Shares }) {
  let x = 0;
  const words = MODES.map((mode) => `${modeName(mode)} ${formatNumber(shares[mode] * 100, 0)}%`).join(', ');
  return (
    <svg class="share-bar" viewBox="0 0 200 12" role="img" aria-label={t('Shares: {words}', { words })}>
      {MODES.filter((mode) => shares[mode] > 0.005).map((mode) => {
        const left = x;
        x += shares[mode] * 200;
        return (
          <rect
            class={`share-${mode}`}
            x={left}
            y="0"
            width={Math.max(0, shares[mode] * 200 - 1.5)}
            height="12"
            rx="2"
            fill={COLOURS[mode]}
          >
            <title>{modeName(mode)}</title>
          </rect>
        );
      })}
    </svg>
  );
}
