import type { Table } from '../table.ts';
import { ACCOUNT, HOUSE } from './house.ts';
import { INTRODUCTIONS } from './introductions.ts';
import { INVITING } from './inviting.ts';
import { MEASURES } from './measures.ts';
import { MEMBERSHIP } from './membership.ts';
import { MIRROR } from './mirror.ts';
import { PEOPLE } from './people.ts';
import { PRACTICE } from './practice.ts';
import { TELLING } from './telling.ts';
import { WORK } from './work.ts';

/** Who may do what, everywhere. */
export const TABLE: Table = {
  ...HOUSE,
  ...PEOPLE,
  ...ACCOUNT,
  ...MEMBERSHIP,
  ...INVITING,
  ...WORK,
  ...MEASURES,
  ...PRACTICE,
  ...TELLING,
  ...MIRROR,
  ...INTRODUCTIONS,
};
