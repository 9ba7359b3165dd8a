/** How much of the killing, soaking and loading is done: a little in `npm test`, all of it in `npm run test:long`. */
export const HOW_MUCH = process.env.CAIRN_LONG
  ? { kills: 50, requests: 100_000, minutes: 10, applications: 2000, drafts: 400 }
  : { kills: 3, requests: 500, minutes: 1, applications: 100, drafts: 40 };

/** Does `work` for each item, so many at the same time. */
export async function atOnce<Item>(items: Iterable<Item>, most: number, work: (item: Item) => Promise<void>) {
  const waiting = items[Symbol.iterator]();
  const hand = async () => {
    for (let next = waiting.next(); !next.done; next = waiting.next()) await work(next.value);
  };
  await Promise.all(Array.from({ length: most }, hand));
}
