import type { Point } from '@cairn/spc';
import { t } from '#kernel/words.ts';

/** Every rule that fired on a point, in words; each could be the reason to look. */
export function reasonOf(point: Point | undefined): string {
  if (!point) return '';
  const { astronomical, shift, trend, twoInThree } = point.rules;
  return [
    astronomical && (astronomical === 'high' ? t('above the upper limit') : t('below the lower limit')),
    shift && (shift === 'high' ? t('in a run above the mean') : t('in a run below the mean')),
    trend && (trend === 'high' ? t('in a rising run') : t('in a falling run')),
    twoInThree &&
      (twoInThree === 'high' ? t('two of three near the upper limit') : t('two of three near the lower limit')),
  ]
    .filter(Boolean)
    .join('; ');
}
