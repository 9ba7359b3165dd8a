import type { Child } from '#kernel/ui/index.ts';

/** One component, with its states. */
export function Piece({ title, children }: { title: string; children?: Child }) {
  return (
    <section class="gallery-piece">
      <h2>{title}</h2>
      {children}
    </section>
  );
}
