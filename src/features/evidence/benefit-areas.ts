import type { Db } from '#kernel/database/index.ts';

/** One of the four areas in which work brings benefits: reference data, found by its key. */
export type BenefitArea = { key: string; name: string; about: string };

export function list(db: Db): Promise<BenefitArea[]> {
  return db
    .selectFrom('benefit_areas')
    .select(['key', 'name', 'about'])
    .where('retired_at', 'is', null)
    .orderBy('position')
    .execute();
}
