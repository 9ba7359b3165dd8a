import { methodName } from '#features/reference/index.ts';
import type { Choice } from '#kernel/ui/index.ts';
import type { Work } from '../works.ts';

/** By which methods, and what about: each leads to other work like it. */
export function Tags({ work, topics }: { work: Work; topics: Choice[] }) {
  if (work.methods.length + topics.length === 0) return null;
  return (
    <ul class="tags">
      {work.methods.map((method) => (
        <li>
          <a class="tag" href={`/work?method=${encodeURIComponent(method)}`}>
            {methodName(method)}
          </a>
        </li>
      ))}
      {topics.map(({ value, label }) => (
        <li>
          <a class="tag" href={`/landscape?topic=${encodeURIComponent(value)}`}>
            {label}
          </a>
        </li>
      ))}
    </ul>
  );
}
