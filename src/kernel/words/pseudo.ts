import type { IntlMessageFormat } from 'intl-messageformat';

type Ast = ReturnType<IntlMessageFormat['getAst']>;

const ACCENTED: Record<string, string> = { a: 'á', e: 'é', i: 'í', o: 'ó', u: 'ú', y: 'ý', c: 'ç', n: 'ñ' };

/** The same message with its literal words accented and a third longer, its values untouched. */
export function pseudo(ast: Ast): Ast {
  return ast.map((element) => {
    const copy = { ...element } as Record<string, unknown>;
    if (element.type === 0) copy.value = stretch(element.value);
    if ('options' in element)
      copy.options = Object.fromEntries(
        Object.entries(element.options).map(([name, option]) => [name, { ...option, value: pseudo(option.value) }]),
      );
    if ('children' in element) copy.children = pseudo(element.children);
    return copy as unknown as Ast[number];
  });
}

function stretch(text: string): string {
  return text.replace(/[a-z]+/gi, (word) => {
    const accented = word.replace(/[aeiouycn]/g, (letter) => ACCENTED[letter] ?? letter);
    return `${accented}${'·'.repeat(Math.ceil(word.length / 3))}`;
  });
}
