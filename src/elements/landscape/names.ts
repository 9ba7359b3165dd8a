export type Name = { href: string; label: string };

/** What points are called, asked for a few dozen at a time and kept. */
export class Names {
  #known = new Map<string, Name>();
  #asked = new Map<string, Promise<void>>();

  keep(id: string, name: Name): void {
    this.#known.set(id, name);
  }

  known(id: string): Name | undefined {
    return this.#known.get(id);
  }

  /** The name of the first of these; the others come with it, for later. */
  async of([id = '', ...others]: string[]): Promise<Name | undefined> {
    if (!this.#known.has(id)) await (this.#asked.get(id) ?? this.#ask([id, ...others]));
    return this.#known.get(id);
  }

  #ask(ids: string[]): Promise<void> {
    const unknown = ids.filter((id) => !this.#known.has(id) && !this.#asked.has(id)).slice(0, 60);
    const answer = fetch(`/landscape/names?of=${unknown.join('-')}`, { credentials: 'same-origin' })
      .then((response): Promise<Record<string, [string, string]>> => response.json())
      .then((names) => {
        for (const [id, [href, label]] of Object.entries(names)) this.keep(id, { href, label });
      })
      .catch(() => {}) // without a name a point is only a point; the next question tries again
      .finally(() => {
        for (const id of unknown) this.#asked.delete(id);
      });
    for (const id of unknown) this.#asked.set(id, answer);
    return answer;
  }
}
