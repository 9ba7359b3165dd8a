import { affiliations, organisations } from '#features/organisations/index.ts';
import { people } from '#features/people/index.ts';
import { type Actor, cairnItself } from '#kernel/actor.ts';
import { COUNTRIES, type Country } from '#kernel/countries.ts';
import type { Db } from '#kernel/database/index.ts';
import { slug } from '#kernel/ids.ts';
import * as roles from '#kernel/roles.ts';
import { lend, saidBy } from './profiles.ts';
import { random } from './random.ts';

/** Invented organisations: sector, name, town, country. None of them exists. */
export const ORGANISATIONS: [sector: string, name: string, place: string, country: Country][] = [
  ['acute', 'Harbour Teaching Hospitals', 'Saltmouth', 'england'],
  ['acute', 'Three Rivers Hospital', 'Wendle', 'england'],
  ['community', 'Moorland Community Health', 'Hathering', 'england'],
  ['mental-health', 'Larkfield Mental Health', 'Brindle Cross', 'england'],
  ['ambulance', 'Western Counties Ambulance', 'Stow Barrow', 'england'],
  ['primary-care', 'Mill Lane Surgery', 'Ottermere', 'england'],
  ['adult-social-care', 'Ashgrove Care Homes', 'Pell Green', 'england'],
  ['local-government', 'Saltmouth Borough Council', 'Saltmouth', 'england'],
  ['vcse', 'Carers of the Vale', 'Wendle', 'england'],
  ['acute', 'Glen Arden Infirmary', 'Kinlochary', 'scotland'],
  ['community', 'Eilean Mòr Health and Care', 'Port Skerra', 'scotland'],
  ['hospice', 'St Brannoc’s Hospice', 'Dunfallow', 'scotland'],
  ['primary-care', 'Bridge of Tarff Practice', 'Tarff', 'scotland'],
  ['acute', 'Ysbyty Bryn Glas', 'Abercennen', 'wales'],
  ['community', 'Pen-y-Cwm Community Hospital', 'Pen-y-Cwm', 'wales'],
  ['adult-social-care', 'Gofal Dyffryn', 'Llanfaes', 'wales'],
  ['vcse', 'Valleys Together', 'Trecelyn', 'wales'],
  ['acute', 'Lough Arrow General', 'Ballyreagh', 'northern-ireland'],
  ['mental-health', 'Glenmore Recovery College', 'Drumaskin', 'northern-ireland'],
  ['patient-carer-public', 'Ards Carers’ Circle', 'Portavone', 'northern-ireland'],
  ['acute', 'Our Lady’s Hospital Carrigmore', 'Carrigmore', 'ireland'],
  ['community', 'Shannon Bank Primary Care', 'Kilcorran', 'ireland'],
  ['adult-social-care', 'Cúram Cois Farraige', 'Ballynamona', 'ireland'],
  ['hospice', 'Tearmann Hospice', 'Dromore West', 'ireland'],
  ['ambulance', 'Island and Highland Ambulance', 'Kinlochary', 'scotland'],
  ['housing', 'Tidewater Homes', 'Saltmouth', 'england'],
  ['housing', 'Clachan Housing', 'Dunfallow', 'scotland'],
  ['childrens-services', 'Brindle Cross Schools', 'Brindle Cross', 'england'],
  ['childrens-services', 'Scoileanna an Chósta', 'Ballynamona', 'ireland'],
  ['independent-provider', 'Ottermere Pharmacy', 'Ottermere', 'england'],
  ['independent-provider', 'Fferyllfa Llanfaes', 'Llanfaes', 'wales'],
  ['justice-defence', 'Kinlochary Prison Health', 'Kinlochary', 'scotland'],
  ['local-government', 'Cyngor Dyffryn Cennen', 'Abercennen', 'wales'],
  ['local-government', 'Five Glens Council', 'Tarff', 'scotland'],
  ['commissioning', 'Vale and Harbour Integrated Care Board', 'Wendle', 'england'],
  ['commissioning', 'Five Glens Integration Authority', 'Tarff', 'scotland'],
  ['vcse', 'Lough Arrow Neighbours', 'Ballyreagh', 'northern-ireland'],
  ['primary-care', 'Drumaskin Health Centre', 'Drumaskin', 'northern-ireland'],
];

/** The region that each invented town would lie in. */
const REGIONS: Record<string, string> = {
  Saltmouth: 'england.south-west',
  Wendle: 'england.midlands',
  Hathering: 'england.north-east-and-yorkshire',
  'Brindle Cross': 'england.north-west',
  'Stow Barrow': 'england.south-west',
  Ottermere: 'england.east-of-england',
  'Pell Green': 'england.south-east',
  Kinlochary: 'scotland.highland',
  'Port Skerra': 'scotland.western-isles',
  Dunfallow: 'scotland.tayside',
  Tarff: 'scotland.highland',
  Abercennen: 'wales.hywel-dda',
  'Pen-y-Cwm': 'wales.powys',
  Llanfaes: 'wales.betsi-cadwaladr',
  Trecelyn: 'wales.aneurin-bevan',
  Ballyreagh: 'northern-ireland.western',
  Drumaskin: 'northern-ireland.southern',
  Portavone: 'northern-ireland.south-eastern',
  Carrigmore: 'ireland.south-west',
  Kilcorran: 'ireland.mid-west',
  Ballynamona: 'ireland.west-and-north-west',
  'Dromore West': 'ireland.west-and-north-west',
};

const NAMES: Record<Country, string[]> = {
  england: [
    'Grace Adeyemi',
    'Oliver Hartley',
    'Fatima Begum',
    'Dorothy Penrose',
    'Li Wei Chen',
    'Marcus Bailey',
    'Hannah Whitcombe',
    'Ravi Subramanian',
    'Zofia Nowak',
    'Ellen Marsh',
    'Kwame Boateng',
    'Joanne Tilley',
    'Sadia Hussain',
    'Peter Lindqvist',
    'Maya Rosen',
    'Desmond Clarke',
    'Alexandra Featherstonehaugh-Montgomery-Osei',
    'ليلى الحسن',
    'Beth Oakley',
    'Tunde Bakare',
  ],
  scotland: [
    'Catrìona MacLeod',
    'Ewan Strachan',
    'Isla Drummond',
    'Hamish Kerr',
    'Mairi NicDhòmhnaill',
    'Anjali Deshmukh',
    'Fergus Baird',
    'Aileen Sinclair',
    'Gregor Muir',
    'Nadia Rahman',
  ],
  wales: [
    'Carys Llewellyn',
    'Gethin Morris',
    'Eleri Vaughan',
    'Dafydd Powys',
    'Angharad Rees',
    'Bronwen ap Gwilym',
    'Huw Tudor',
    'Megan Cadwallader',
    'Samir Haddad',
  ],
  'northern-ireland': [
    'Aoife McGlade',
    'Stephen Toner',
    'Ruth Kirkpatrick',
    'Declan Magee',
    'Maria Santos',
    'Noel Irwin',
    'Bronagh Devlin',
    'Grainne Lavery',
  ],
  ireland: [
    'Aisling Ó Dálaigh',
    'Ciarán Breathnach',
    'Maeve Tierney',
    'Fionn Geraghty',
    'Sorcha Ní Chonaill',
    'Padraig Mulvey',
    'Ngozi Eze',
    'Tadhg Furlong',
    'Clodagh Heavey',
    'Roisin Kinsella',
  ],
};

const HEADLINES = [
  'Ward sister; safer handovers',
  'Unpaid carer, and chair of a carers’ forum',
  'Housing officer who works with discharge teams',
  'Data analyst: can lend an afternoon',
  'Physiotherapist; getting people moving',
  'Community pharmacist',
  'Porter and improvement champion',
  'GP partner; long-term conditions',
  'Occupational therapist at home first',
  'Midwife; continuity of carer',
  'Service manager, outpatients',
  'Director of nursing',
  'Person with lived experience of psychosis; peer worker',
  'Paramedic; falls and frailty',
  'Care home manager',
  'Clinical psychologist; waiting lists',
  'Improvement coach',
  'Health visitor',
  'Hospice nurse; talking about dying',
  'Social worker; hospital to home',
  'Public health registrar',
  'Radiographer; fewer repeat scans',
  'Medical secretary who redesigned the letters',
  'Volunteer coordinator',
];
/** Members across the five countries and the organisations that they work with. */
export async function addPeople(db: Db, now: Date): Promise<void> {
  const dice = random(11);
  const ids: { id: string; country: Country }[] = [];
  for (const [sector, name, place, country] of ORGANISATIONS)
    ids.push({
      id: await organisations.meet(db, { name, country, sector, place }, at(now, dice.whole(1500, 2800))),
      country,
    });
  for (const [place, region] of Object.entries(REGIONS))
    await db.updateTable('organisations').set({ place_key: region }).where('place', '=', place).execute();
  let n = 0;
  for (const country of COUNTRIES)
    for (const name of NAMES[country]) {
      const joined = at(now, dice.whole(20, 2700));
      for (const _ of ['background', 'offer']) dice.next(); // who came when decides who answers what: let it fall as it did
      const email = `${slug(name).replace(/[^a-z-]/g, '') || 'layla-alhassan'}@members.example`;
      const id = await people.meet(db, { email, name }, joined);
      const visibility = n % 9 === 4 ? 'members' : 'public';
      const profile = {
        country,
        visibility,
        headline: HEADLINES[n % HEADLINES.length] ?? '',
        ...saidBy(n, country),
      } as const;
      const person = await people.byId(db, id);
      await people.describe(db, person, profile, { ...joined, id });
      await lend(db, person, n, now);
      await roles.grant(db, id, { role: 'member', country: null }, joined);
      const here = ids.filter((one) => one.country === country);
      await affiliations.join(
        db,
        { personId: id, organisationId: dice.pick(here).id, since: '2021-04-01' },
        { ...joined, id },
      );
      n += 1;
    }
}

function at(now: Date, daysAgo: number): Actor {
  return cairnItself(new Date(now.getTime() - daysAgo * 86_400_000));
}
