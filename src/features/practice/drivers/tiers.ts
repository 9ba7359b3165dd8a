import { t } from '#kernel/words.ts';

/** From the aim to what one could do on Monday. */
export const TIERS = ['primary', 'secondary', 'change'] as const;
export type Tier = (typeof TIERS)[number];

const NAMES: Record<Tier, () => string> = {
  primary: () => t('Primary driver'),
  secondary: () => t('Secondary driver'),
  change: () => t('Change idea'),
};

const COLUMNS: Record<Tier, () => string> = {
  primary: () => t('Primary drivers'),
  secondary: () => t('Secondary drivers'),
  change: () => t('Change ideas'),
};

export function tierName(tier: Tier): string {
  return NAMES[tier]();
}

export function tierColumn(tier: Tier): string {
  return COLUMNS[tier]();
}

/** What hangs below it; null below a change idea. */
export function below(tier: Tier | null): Tier | null {
  return TIERS[tier === null ? 0 : TIERS.indexOf(tier) + 1] ?? null;
}

/** What it hangs under; null for a primary driver, which serves the aim. */
export function above(tier: Tier): Tier | null {
  return TIERS[TIERS.indexOf(tier) - 1] ?? null;
}
