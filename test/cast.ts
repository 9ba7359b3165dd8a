import type { Grant } from '#kernel/actor.ts';
import type { Country } from '#kernel/countries.ts';

export type CastMember = { name: string; email: string; country: Country; headline: string; roles: Grant[] };

const member: Grant = { role: 'member', country: null };

/** The named cast: the demo community's logins and every test's people. All invented. */
export const cast = {
  amina: {
    name: 'Amina Yusuf',
    email: 'amina@hill-and-harbour.example',
    country: 'england',
    headline: 'Ward manager who gets people home before lunch',
    roles: [member],
  },
  rhys: {
    name: 'Rhys Pugh',
    email: 'rhys@hill-and-harbour.example',
    country: 'wales',
    headline: 'Improvement lead at a community hospital',
    roles: [member, { role: 'assessor', country: 'wales' }],
  },
  orla: {
    name: 'Órla Ní Bhriain',
    email: 'orla@hill-and-harbour.example',
    country: 'ireland',
    headline: 'Clinical nurse manager, older people',
    roles: [member, { role: 'assessor', country: 'ireland' }],
  },
  callum: {
    name: 'Callum Rae',
    email: 'callum@hill-and-harbour.example',
    country: 'scotland',
    headline: 'Data analyst; will lend six hours',
    roles: [member, { role: 'assessor', country: 'scotland' }, { role: 'data-lead', country: null }],
  },
  priya: {
    name: 'Priya Nair',
    email: 'priya@hill-and-harbour.example',
    country: 'england',
    headline: 'GP and pathway lead',
    roles: [member, { role: 'assessor', country: 'england' }],
  },
  tom: {
    name: 'Tom Okafor',
    email: 'tom@hill-and-harbour.example',
    country: 'england',
    headline: 'Pharmacist improver',
    roles: [member, { role: 'assessor', country: 'england' }],
  },
  niamh: {
    name: 'Niamh Doran',
    email: 'niamh@hill-and-harbour.example',
    country: 'northern-ireland',
    headline: 'Editor and storyteller',
    roles: [member, { role: 'editor', country: null }, { role: 'assessor', country: 'northern-ireland' }],
  },
  morag: {
    name: 'Morag Lennox',
    email: 'morag@hill-and-harbour.example',
    country: 'scotland',
    headline: 'Moderator; retired district nurse',
    roles: [member, { role: 'moderator', country: null }],
  },
  sian: {
    name: 'Siân Prosser',
    email: 'sian@hill-and-harbour.example',
    country: 'wales',
    headline: 'Steward of this community',
    roles: [member, { role: 'steward', country: null }],
  },
  /** Has a confirmed address and no membership. */
  joe: { name: 'Joe Barton', email: 'joe@carers.example', country: 'england', headline: 'Unpaid carer', roles: [] },
} as const satisfies Record<string, CastMember>;

export type CastName = keyof typeof cast;
