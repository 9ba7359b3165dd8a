import type { Panel } from '#features/people/index.ts';
import * as affiliations from './affiliations.ts';
import { AffiliationsPanel } from './views/affiliations.tsx';

/** Where a person works and worked, on their profile. */
export const affiliationsPanel: Panel = async (db, profile) => {
  if (!profile.seen.has('affiliations')) return null;
  const list = await affiliations.of(db, profile.id);
  return list.length > 0 && <AffiliationsPanel affiliations={list} />;
};
