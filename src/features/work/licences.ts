import { t } from '#kernel/words.ts';

/** What others may do with a piece of work; its team says so when they publish it. */
export const LICENCES = ['all-rights', 'cc-by-4.0'] as const;
export type Licence = (typeof LICENCES)[number];

export const CC_BY = 'https://creativecommons.org/licenses/by/4.0/';

export function licenceName(licence: Licence): string {
  return licence === 'cc-by-4.0'
    ? t('Creative Commons Attribution 4.0 (CC BY 4.0)')
    : t('All rights stay with its owner');
}

export function licenceChoices(): { value: Licence; label: string; hint: string }[] {
  return [
    {
      value: 'all-rights',
      label: licenceName('all-rights'),
      hint: t('Others may read it and refer to it. To use more of it they ask you.'),
    },
    {
      value: 'cc-by-4.0',
      label: licenceName('cc-by-4.0'),
      hint: t(
        'Anybody may copy, adapt and share its words and data, for any purpose, as long as they say whose it is. This cannot be taken back from those who have it.',
      ),
    },
  ];
}
