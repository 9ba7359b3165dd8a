import { t } from '#kernel/words.ts';

const EACH = 3;

/** Three questions to begin a conversation with; other ones in the next round. */
export function questionsOf(round: number): string[] {
  const all = [
    t('What do you do on a day that goes well?'),
    t('Which small change are you proud of, even if nobody noticed?'),
    t('What would you try if nobody could say no?'),
    t('Who taught you the most about making things better, and how?'),
    t('What did you try that did not work, and what came of it?'),
    t('What do people where you are understand that others do not?'),
    t('What takes more of your time than it should?'),
    t('Where have you met care that you would like for everybody?'),
    t('What could the other person’s place teach yours?'),
  ];
  return Array.from({ length: EACH }, (_, n) => all[(round * EACH + n) % all.length] ?? '');
}
