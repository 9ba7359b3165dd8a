import { DISPUTED, MODES, type Mode, NOTABLE, type Shares } from '#features/work/index.ts';

type Standing = { shares: Shares; spread: number; state: string };
/** How many pieces of work reach into a mode, and how many of them are mostly that. Reaches overlap; they never add up. */
export type Reach = { mode: Mode; reach: number; mostly: number };
export type Summary = { total: number; reaches: Reach[]; several: number; stopped: number; disputed: number };

/** What the landscape says, in numbers. */
export function summaryOf(works: readonly Standing[]): Summary {
  return {
    total: works.length,
    reaches: MODES.map((mode) => ({
      mode,
      reach: works.filter(({ shares }) => shares[mode] >= NOTABLE).length,
      mostly: works.filter(({ shares }) => shares[mode] > 0.5).length,
    })),
    several: works.filter(({ shares }) => MODES.filter((mode) => shares[mode] >= NOTABLE).length > 1).length,
    stopped: works.filter(({ state }) => state === 'stopped').length,
    disputed: works.filter(({ spread }) => spread >= DISPUTED).length,
  };
}

/** The mode that a piece of work has most of; the earlier one when two are even. */
export function leadingMode(shares: Shares): Mode {
  return MODES.reduce((best, mode) => (shares[mode] > shares[best] + 1e-9 ? mode : best));
}
