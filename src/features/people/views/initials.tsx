/** What stands in for a picture: two letters on a stone. The name is beside it, so a screen reader skips them. */
export function Initials({ name, large }: { name: string; large?: boolean }) {
  return (
    <span class={`initials${large ? ' initials-large' : ''}`} aria-hidden="true">
      {initialsOf(name)}
    </span>
  );
}

/** `Órla Ní Bhriain` → `ÓB`; `Amina` → `A`; whatever has no letter → `·`. */
export function initialsOf(name: string): string {
  const words = name.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}’'-]*/gu) ?? [];
  const picked = words.length > 1 ? [words[0], words.at(-1)] : words;
  return picked.map((word) => [...(word ?? '')][0]?.toLocaleUpperCase('en-GB')).join('') || '·';
}
