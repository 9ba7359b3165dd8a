import { t } from '#kernel/words.ts';

/** The three questions that making something public asks. */
export const QUESTIONS = ['data', 'counts', 'names'] as const;
export type Question = (typeof QUESTIONS)[number];

/** `fine`: it is all right; `none`: there is nothing of the kind in it; `unsure`: not yet. */
export const ANSWERS = ['fine', 'none', 'unsure'] as const;
export type Answer = (typeof ANSWERS)[number];
export type Answers = Record<Question, Answer>;

type Wording = { ask: string; choices: { value: Answer; label: string }[]; obstacle: string };

export function wordingOf(question: Question): Wording {
  return WORDINGS[question]();
}

/** What keeps the work from being made visible: a sentence for each question that is still open. */
export function obstacles(answers: Answers): Record<string, string> {
  return Object.fromEntries(
    QUESTIONS.filter((question) => answers[question] === 'unsure').map((question) => [
      question,
      wordingOf(question).obstacle,
    ]),
  );
}

const WORDINGS: Record<Question, () => Wording> = {
  data: () => ({
    ask: t('May the organisation’s information be seen by others?'),
    choices: [
      { value: 'fine', label: t('Yes, those who decide have agreed') },
      { value: 'none', label: t('There is none in it, or the organisation is not named') },
      { value: 'unsure', label: t('I do not know yet') },
    ],
    obstacle: t(
      'Ask first, then come back; nothing is lost. Or edit the work so that it shows “a community hospital in Wales” instead of a name.',
    ),
  }),
  counts: () => ({
    ask: t('Could small numbers tell somebody who a person is?'),
    choices: [
      { value: 'fine', label: t('No, I have checked') },
      { value: 'none', label: t('There are no numbers of people in it') },
      { value: 'unsure', label: t('Perhaps') },
    ],
    obstacle: t('Take small numbers out, or give rates or longer periods instead, then come back.'),
  }),
  names: () => ({
    ask: t('Have the people who are named agreed?'),
    choices: [
      { value: 'fine', label: t('Yes, all of them') },
      { value: 'none', label: t('Nobody is named in it') },
      { value: 'unsure', label: t('Not all of them yet') },
    ],
    obstacle: t('Ask them, or take their names out of the text. Team members are named only once they accept.'),
  }),
};
