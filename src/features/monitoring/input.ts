import { z } from 'zod';
import { t } from '#kernel/words.ts';
import { PREFER_NOT, type Question } from './questions.ts';

/** The form of a country's questions: each may be left out. */
export function inputFor(questions: Question[]) {
  const answer = ({ options }: Question) =>
    z
      .enum([...options.map(({ key }) => key), PREFER_NOT], {
        error: () => t('Choose one of these answers, or leave the question out.'),
      })
      .optional();
  return z
    .object(Object.fromEntries(questions.map((question) => [question.key, answer(question)])))
    .transform((given) =>
      Object.fromEntries(Object.entries(given).filter((pair): pair is [string, string] => pair[1] !== undefined)),
    );
}
