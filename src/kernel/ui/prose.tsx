import type { Prose as ProseText } from '../prose/index.ts';

/** Shows sanitised HTML: the only place where text becomes markup. */
export function Prose({ text }: { text: ProseText }) {
  return <div class="prose" dangerouslySetInnerHTML={{ __html: text.html }} />;
}
