import { t } from '#kernel/words.ts';

/** What takes the place of erased text, where something has to stand. */
export const ERASED = '—';

/** From where somebody comes to improvement. Each is asked the same criteria in its own words. */
export const PATHWAYS = ['professional', 'public', 'volunteer'] as const;
export type Pathway = (typeof PATHWAYS)[number];

/** Where an application stands; what the view `application_states` answers. */
export const STATES = [
  'started',
  'submitted',
  'assessing',
  'third',
  'ready',
  'more-needed',
  'admitted',
  'not-now',
  'withdrawn',
  'lapsed',
] as const;
export type State = (typeof STATES)[number];

/** One assessor's view of one criterion. */
export const VIEWS = ['met', 'met-another-way', 'more-needed', 'cannot-tell'] as const;
export type View = (typeof VIEWS)[number];

/** What somebody who was named says about the work of an applicant. */
export const SAID = ['confirm', 'cannot-say', 'concern'] as const;
export type Said = (typeof SAID)[number];

/** How an appeal ends. */
export const APPEAL_OUTCOMES = ['reopened', 'admitted', 'not-upheld'] as const;
export type AppealOutcome = (typeof APPEAL_OUTCOMES)[number];

export const OUTCOMES = ['admitted', 'more-needed', 'not-now'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export function pathwayChoices(): { value: Pathway; label: string; hint: string }[] {
  return [
    {
      value: 'professional',
      label: t('I work in health or care'),
      hint: t('Any job, any setting: care home, ward, council, charity, laboratory, office'),
    },
    {
      value: 'public',
      label: t('I come as a patient, an unpaid carer or a member of the public'),
      hint: t('You know care from the side of the people who use it'),
    },
    {
      value: 'volunteer',
      label: t('I volunteer, or something else'),
      hint: t('Community groups, campaigning, study, research, retirement'),
    },
  ];
}

export function pathwayName(pathway: Pathway): string {
  if (pathway === 'professional') return t('Works in health or care');
  if (pathway === 'public') return t('Patient, unpaid carer or public');
  return t('Volunteer or other');
}

/** The state as an assessor reads it. */
export function stateName(state: State): string {
  const names: Record<State, () => string> = {
    started: () => t('Being written'),
    submitted: () => t('Waiting for its first assessment'),
    assessing: () => t('Waiting for another assessment'),
    third: () => t('Views differ: a third is reading'),
    ready: () => t('Ready to decide'),
    'more-needed': () => t('With the applicant: more was asked for'),
    admitted: () => t('Admitted'),
    'not-now': () => t('Not now'),
    withdrawn: () => t('Withdrawn'),
    lapsed: () => t('Never finished'),
  };
  return names[state]();
}

export function viewChoices(): { value: View; label: string; hint: string }[] {
  return [
    { value: 'met', label: viewName('met'), hint: t('The answer shows it') },
    {
      value: 'met-another-way',
      label: viewName('met-another-way'),
      hint: t('By a road that the question did not think of'),
    },
    { value: 'more-needed', label: viewName('more-needed'), hint: t('Say what would help you to see it') },
    {
      value: 'cannot-tell',
      label: viewName('cannot-tell'),
      hint: t('You are not the right person to judge this part'),
    },
  ];
}

export function viewName(view: View): string {
  if (view === 'met') return t('Met');
  if (view === 'met-another-way') return t('Met another way');
  if (view === 'more-needed') return t('More needed');
  return t('I cannot tell');
}

export function outcomeName(outcome: Outcome): string {
  if (outcome === 'admitted') return t('Admit');
  if (outcome === 'more-needed') return t('Ask for more');
  return t('Not now');
}

export function saidChoices(): { value: Said; label: string; hint: string }[] {
  return [
    { value: 'confirm', label: t('I can confirm it'), hint: t('You have seen something of what they did') },
    {
      value: 'cannot-say',
      label: t('I cannot say'),
      hint: t('You do not know it, or would rather not: both are fine'),
    },
    { value: 'concern', label: t('I have a concern'), hint: t('Only the people who read applications see this') },
  ];
}

/** What somebody said, as the panel reads it. */
export function saidName(said: Said): string {
  if (said === 'confirm') return t('Confirms it');
  if (said === 'cannot-say') return t('Cannot say');
  return t('Has a concern');
}

export function appealOutcomeName(outcome: AppealOutcome): string {
  if (outcome === 'admitted') return t('Upheld: admitted');
  if (outcome === 'reopened') return t('Upheld: read again');
  return t('Not upheld');
}

export function appealOutcomeChoices(): { value: AppealOutcome; label: string; hint: string }[] {
  return [
    {
      value: 'reopened',
      label: appealOutcomeName('reopened'),
      hint: t('People who have not judged it read the same words afresh, and decide'),
    },
    { value: 'admitted', label: appealOutcomeName('admitted'), hint: t('They become a member as the letter goes') },
    { value: 'not-upheld', label: appealOutcomeName('not-upheld'), hint: t('The answer stands, and you say why') },
  ];
}
