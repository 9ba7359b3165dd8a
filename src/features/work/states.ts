import { t } from '#kernel/words.ts';

/** How far a piece of work has come. Stopped is as welcome as any other. */
export const STATES = ['idea', 'testing', 'sustained', 'spreading', 'stopped'] as const;
export type State = (typeof STATES)[number];

const NAMES: Record<State, () => string> = {
  idea: () => t('Idea'),
  testing: () => t('Testing'),
  sustained: () => t('Sustained'),
  spreading: () => t('Spreading'),
  stopped: () => t('Stopped'),
};

const ABOUT: Record<State, () => string> = {
  idea: () => t('Nothing has been tried yet.'),
  testing: () => t('You are trying changes and learning from them.'),
  sustained: () => t('It has become how things are done.'),
  spreading: () => t('Others are taking it up.'),
  stopped: () => t('It has ended. What you learned may save somebody a year.'),
};

export function stateName(state: State): string {
  return NAMES[state]();
}

export function stateChoices(): { value: State; label: string; hint: string }[] {
  return STATES.map((value) => ({ value, label: stateName(value), hint: ABOUT[value]() }));
}
