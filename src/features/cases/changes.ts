import { type ClaimFacts, claims, factsAmong, figuresOf, headline, isUnderReview } from '#features/evidence/index.ts';
import { withUnit, works } from '#features/work/index.ts';
import type { Actor } from '#kernel/actor.ts';
import type { Db } from '#kernel/database/index.ts';
import type { Version } from './versions.ts';

/** What has changed in the data behind a claim since it was published. */
export type Change =
  | { code: 'gone' }
  | { code: 'withdrawn'; reason: string }
  | { code: 'grade'; was: ClaimFacts['grade']['grade']; now: ClaimFacts['grade']['grade'] }
  | { code: 'number'; was: string; now: string }
  | { code: 'readings'; more: number }
  | { code: 'under-review' };

type Then = Omit<ClaimFacts, 'suppliers'>;

export type Changed = { statement: string; changes: Change[] };

/** For each claim of a version, what changed since; claims that stand as they did are left out. */
export async function since(db: Db, version: Version, actor: Actor): Promise<Changed[]> {
  const frozen = version.blocks.flatMap(({ content }) => (content?.kind === 'claim' ? [content] : []));
  const shorts = frozen.map(({ short }) => short);
  const found = await claims.named(db, shorts, actor);
  const about = await works.among(
    db,
    found.map(({ workId }) => workId),
    actor,
  );
  const factsNow = await factsAmong(db, found, 'public');
  const all = frozen.map((then): Changed => {
    const claim = found.find(({ short }) => short === then.short);
    const work = about.find(({ id }) => id === claim?.workId);
    if (!claim || !work)
      return { statement: then.statement, changes: version.opening === 'link' ? [] : [{ code: 'gone' }] };
    if (claim.withdrawn)
      return { statement: then.statement, changes: [{ code: 'withdrawn', reason: claim.withdrawn.reason }] };
    return { statement: then.statement, changes: between(then, factsNow(claim, work)) };
  });
  return all.filter(({ changes }) => changes.length > 0);
}

/** What differs between a claim then and now, the most important first. Pure. */
export function between(then: Then, now: Then): Change[] {
  const changes: Change[] = [];
  if (then.grade.grade !== now.grade.grade)
    changes.push({ code: 'grade', was: then.grade.grade, now: now.grade.grade });
  const [was, is] = [numberOf(then), numberOf(now)];
  if (was && is && was !== is) changes.push({ code: 'number', was, now: is });
  const more = (now.measure?.series.length ?? 0) - (then.measure?.series.length ?? 0);
  if (more > 0) changes.push({ code: 'readings', more });
  if (isUnderReview(now.grade) && !isUnderReview(then.grade)) changes.push({ code: 'under-review' });
  return changes;
}

function numberOf(facts: Then): string | null {
  const figures = figuresOf(facts);
  const numbers = figures && headline(facts.grade.because, figures);
  return numbers && withUnit(numbers.now, numbers.unit);
}
