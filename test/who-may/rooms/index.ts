import type { Table } from '../table.ts';
import { ACCOUNT, HOUSE } from './house.ts';
import { MEASURES } from './measures.ts';
import { MEMBERSHIP } from './membership.ts';
import { MIRROR } from './mirror.ts';
import { TELLING } from './telling.ts';
import { WORK } from './work.ts';

/** Who may do what, everywhere. */
export const TABLE: Table = { ...HOUSE, ...ACCOUNT, ...MEMBERSHIP, ...WORK, ...MEASURES, ...TELLING, ...MIRROR };
