import type { Country } from '#kernel/countries.ts';

type Pathway = 'professional' | 'public' | 'volunteer';
export type Standing =
  | 'started'
  | 'submitted'
  | 'assessing'
  | 'third'
  | 'ready'
  | 'more-needed'
  | 'admitted'
  | 'not-now'
  | 'withdrawn';

/** Whose appeal is under way. */
export const APPELLANT = 'glyn.prosser@example.org';

export type Applicant = {
  name: string;
  email: string;
  country: Country;
  pathway: Pathway;
  standing: Standing;
  /** Days before the present on which it was sent, or begun. */
  daysAgo: number;
  influence: string;
  reflection: string;
  /** Somebody who can speak to it, and what they said, if anything. */
  speaker?: { name: string; email: string; words?: string };
  /** What would make this easier for them. */
  needs?: string;
  /** They recorded an answer too. */
  recorded?: true;
};

/** More assessors, so that each country has three. All invented. */
export const ASSESSORS: { name: string; email: string; country: Country; headline: string }[] = [
  {
    name: 'Joanna Beckwith',
    email: 'joanna@hill-and-harbour.example',
    country: 'england',
    headline: 'Care home manager; falls, food and family councils',
  },
  {
    name: 'Gwenllian Tudur',
    email: 'gwenllian@hill-and-harbour.example',
    country: 'wales',
    headline: 'Midwife and improvement coach',
  },
  {
    name: 'Idris Mostyn',
    email: 'idris@hill-and-harbour.example',
    country: 'wales',
    headline: 'Former patient adviser, renal services',
  },
  {
    name: 'Cathal Breslin',
    email: 'cathal@hill-and-harbour.example',
    country: 'ireland',
    headline: 'Advanced paramedic, community response',
  },
  {
    name: 'Sinéad Mulhern',
    email: 'sinead@hill-and-harbour.example',
    country: 'ireland',
    headline: 'Speech and language therapist',
  },
  {
    name: 'Eilidh Garvie',
    email: 'eilidh@hill-and-harbour.example',
    country: 'scotland',
    headline: 'Psychiatric nurse; safer wards',
  },
  {
    name: 'Farah Siddiq',
    email: 'farah@hill-and-harbour.example',
    country: 'scotland',
    headline: 'Hospital pharmacist and patient safety fellow',
  },
  {
    name: 'Declan McAteer',
    email: 'declan@hill-and-harbour.example',
    country: 'northern-ireland',
    headline: 'Social worker; hospital discharge',
  },
  {
    name: 'Ruth Gillespie',
    email: 'ruth@hill-and-harbour.example',
    country: 'northern-ireland',
    headline: 'Carer and service user representative',
  },
];

/** People who asked to join, one at least in each state. All invented. */
export const APPLICANTS: Applicant[] = [
  {
    name: 'Hannah Sowerby',
    email: 'hannah.sowerby@example.org',
    country: 'england',
    pathway: 'professional',
    standing: 'started',
    daysAgo: 3,
    influence: 'I look after the linen room. Two years ago I began to note which wards ran out at weekends and',
    reflection: '',
  },
  {
    name: 'Marcus Adeyemi',
    email: 'marcus.adeyemi@example.org',
    country: 'england',
    pathway: 'professional',
    standing: 'submitted',
    daysAgo: 4,
    influence:
      'As a housing officer I kept meeting people who were well enough to leave hospital and had no home fit to go to. I asked the discharge team to ring me on the day somebody was admitted instead of the day they left. Three boroughs now do the same, and we share one form.',
    reflection:
      'I thought the form was the change. It was the phone call. When the team lead moved on the calls stopped within a month, so now they are in the induction for both teams.',
  },
  {
    name: 'Beatrice Holm',
    email: 'beatrice.holm@example.org',
    country: 'england',
    pathway: 'public',
    standing: 'ready',
    daysAgo: 19,
    influence:
      'After my husband’s stroke I was given eleven leaflets and no telephone number. With four other carers I rewrote them as one page, tried it with twenty families, and took it to the network. It is used in five hospitals.',
    reflection:
      'Being polite for a year got us a meeting; showing the eleven leaflets on a table got us a yes. I would start with the table.',
    speaker: {
      name: 'Sunita Rao',
      email: 'sunita.rao@example.org',
      words: 'I run the clinic next door. We changed how we book because she asked us why.',
    },
  },
  {
    name: 'Peter Lowther',
    email: 'peter.lowther@example.org',
    country: 'england',
    pathway: 'professional',
    standing: 'admitted',
    daysAgo: 120,
    influence:
      'I run the blood sciences laboratory. We worked with nine practices so that samples arrive through the day and not in two waves; results now reach most of them before evening surgery.',
    reflection:
      'The van timetable was easy. Harder was that every practice had a good reason for its own habit, and I had to go and hear each one.',
  },
  {
    name: 'Non Gethin',
    email: 'non.gethin@example.org',
    country: 'wales',
    pathway: 'volunteer',
    standing: 'assessing',
    daysAgo: 12,
    influence:
      'Our chapel hall became a warm place on clinic days. I got the surgery, the bus company and the council to agree one afternoon when all three help the same people.',
    reflection:
      'Nobody was against it and for months nobody did it. It moved when I stopped asking for a decision and asked each for one small thing by Friday.',
    speaker: { name: 'Dilwyn Price', email: 'dilwyn.price@example.org' },
  },
  {
    name: 'Aled Parri',
    email: 'aled.parri@example.org',
    country: 'wales',
    pathway: 'professional',
    standing: 'ready',
    daysAgo: 24,
    influence:
      'I am a porter. I drew where we walk in one night and showed it to the site team. Two departments moved their stores, and the hospital down the coast asked for the drawing.',
    reflection:
      'People believe a picture of their own building. I learnt to let the night staff draw it themselves, since then it is theirs and it stays.',
  },
  {
    name: 'Tegan Vaughan',
    email: 'tegan.vaughan@example.org',
    country: 'wales',
    pathway: 'professional',
    standing: 'withdrawn',
    daysAgo: 40,
    influence: 'I lead a project on hydration across three wards and a day unit.',
    reflection: 'We are at the beginning, and I would like to come back when there is more to tell.',
  },
  {
    name: 'Fergal Keaney',
    email: 'fergal.keaney@example.org',
    country: 'ireland',
    pathway: 'professional',
    standing: 'third',
    daysAgo: 21,
    influence:
      'I introduced a safety pause on our theatre list, and two consultants from other hospitals have asked how we do it.',
    reflection:
      'It worked when the surgeon began it and faded when nobody did. I have not found out yet how to make it last.',
  },
  {
    name: 'Bríd Hanafin',
    email: 'brid.hanafin@example.org',
    country: 'ireland',
    pathway: 'public',
    standing: 'admitted',
    daysAgo: 75,
    influence:
      'My daughter moved from children’s to adult diabetes care and was lost for a year. I brought parents from six counties together and we wrote, with two clinics, what a good move looks like.',
    reflection:
      'I came in angry and that was fair. What changed things was asking a clinic nurse what her Tuesday was like.',
  },
  {
    name: 'Oisín Tuohy',
    email: 'oisin.tuohy@example.org',
    country: 'ireland',
    pathway: 'professional',
    standing: 'more-needed',
    daysAgo: 33,
    influence: 'I have completed two improvement courses and led an audit in my department.',
    reflection: 'The courses taught me to measure before and after, and to involve people early.',
  },
  {
    name: 'Kirsty Drummond',
    email: 'kirsty.drummond@example.org',
    country: 'scotland',
    pathway: 'professional',
    standing: 'ready',
    daysAgo: 31,
    influence:
      'I coordinate home care on two islands. We and the ambulance service agreed who goes first after a fall, so that fewer people wait on the floor.',
    reflection:
      'Our first rule was clever and nobody remembered it at night. The second fits on a fridge magnet. Simple survives.',
  },
  {
    name: 'Gregor Haldane',
    email: 'gregor.haldane@example.org',
    country: 'scotland',
    pathway: 'volunteer',
    standing: 'not-now',
    daysAgo: 90,
    influence: 'I have given talks about my invention for monitoring patients and would like members to use it.',
    reflection: 'Change needs courage and the right product.',
  },
  {
    name: 'Mhairi Lockhart',
    email: 'mhairi.lockhart@example.org',
    country: 'scotland',
    pathway: 'public',
    standing: 'submitted',
    daysAgo: 2,
    influence:
      'With other patients I sat in on the redesign of the pain clinic’s letters. We cut the waiting-list letter from four pages to one, and the other clinics took it over.',
    reflection:
      'Everybody agreed that the letter was bad. It took a patient to say that the second page frightened her.',
    needs: 'I read large print best, and I am slow on the telephone in the mornings.',
    recorded: true,
  },
  {
    name: 'Aoife Devlin',
    email: 'aoife.devlin@example.org',
    country: 'northern-ireland',
    pathway: 'professional',
    standing: 'assessing',
    daysAgo: 15,
    influence:
      'As a dietitian I got the kitchens, the wards and the stroke unit to test one texture chart. Four hospitals use it, and two care homes.',
    reflection:
      'We lost six months because I tested with the ward that was keenest. The reluctant one taught us what was wrong.',
  },
  {
    name: 'Colm Rafferty',
    email: 'colm.rafferty@example.org',
    country: 'northern-ireland',
    pathway: 'volunteer',
    standing: 'admitted',
    daysAgo: 50,
    influence:
      'I drive people to dialysis. I asked three trusts’ transport desks to plan the same road together; forty people get home an hour earlier.',
    reflection: 'I had no standing at all, which helped: I could ask the simple question in each office.',
  },
  {
    name: 'Leanne Boyce',
    email: 'leanne.boyce@example.org',
    country: 'northern-ireland',
    pathway: 'professional',
    standing: 'started',
    daysAgo: 9,
    influence: '',
    reflection: '',
  },
  {
    name: 'Glyn Prosser',
    email: APPELLANT,
    country: 'wales',
    pathway: 'professional',
    standing: 'not-now',
    daysAgo: 32,
    influence:
      'I built a board that shows every empty bed in our two hospitals. It is on a screen in each ward and is never more than ten minutes old.',
    reflection: 'If people can see the same thing at the same time, half of the arguing stops.',
  },
];
