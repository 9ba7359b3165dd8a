import { t } from '#kernel/words.ts';
import type { Paper } from './paper.ts';

/** The scripts that we can name, and what to call a word in them. Anything else is in "another script". */
const SCRIPTS: [RegExp, () => string][] = [
  [/\p{Script=Han}/u, () => t('[in Chinese characters]')],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, () => t('[in Japanese]')],
  [/\p{Script=Hangul}/u, () => t('[in Korean]')],
  [/\p{Script=Bengali}/u, () => t('[in Bengali script]')],
  [/\p{Script=Devanagari}/u, () => t('[in Devanagari]')],
  [/\p{Script=Gurmukhi}/u, () => t('[in Gurmukhi]')],
  [/\p{Script=Gujarati}/u, () => t('[in Gujarati script]')],
  [/\p{Script=Tamil}/u, () => t('[in Tamil script]')],
  [/\p{Script=Hebrew}/u, () => t('[in Hebrew]')],
  [/\p{Script=Arabic}/u, () => t('[in Arabic script]')],
];

/**
 * The paper with its words in letters that no font has named by their script, and a line that says where to read them. We do
 * not transliterate: how a name is written in other letters is its bearer's to say. Pictures and addresses stay as they are,
 * and so do the authors in the file's properties.
 */
export function drawable(paper: Paper, missing: string): Paper {
  const lacking = new Set(missing);
  const read = t(
    'Words in a script that the fonts of this document lack are named in brackets. They stand as they were written at {address}.',
    { address: paper.about.address.text },
  );
  const { authors, ...rest } = paper;
  const printed = everywhere(rest, (text) => replaced(text, lacking));
  return { ...printed, authors, about: { ...printed.about, lines: [...printed.about.lines, read] } };
}

/** Runs of such letters, with the spaces and marks inside them, give way to one bracket. Emoji leave nothing. */
function replaced(text: string, lacking: ReadonlySet<string>): string {
  if (![...text].some((letter) => lacking.has(letter))) return text;
  const words = text
    .split(/(\s+)/)
    .map((word) => ([...word].some((letter) => lacking.has(letter)) ? named(word) : word));
  return words
    .join('')
    .replace(/(\[[^\]]+\])(\s+\1)+/g, '$1')
    .replace(/ {2,}/g, ' ')
    .trim();
}

function named(word: string): string {
  const bare = word.replace(/\p{Extended_Pictographic}|\u200d|\ufe0f/gu, '');
  if (bare !== word) return bare;
  const script = SCRIPTS.find(([pattern]) => pattern.test(word))?.[1] ?? (() => t('[in another script]'));
  const [, before = '', after = ''] = /^([“‘"'(]*).*?([.,;:!?)”’"']*)$/u.exec(word) ?? [];
  return `${before}${script()}${after}`;
}

/** Every text in a value, but for those in pictures and addresses. */
function everywhere<Value>(value: Value, change: (text: string) => string): Value {
  return JSON.parse(JSON.stringify(value), (key, held) =>
    typeof held === 'string' && key !== 'svg' && key !== 'url' ? change(held) : held,
  );
}
