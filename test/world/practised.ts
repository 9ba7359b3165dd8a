import type { cycles } from '#features/practice/index.ts';
import { HOME_BEFORE_LUNCH } from './works.ts';

/** `change`: the words of a change idea; `marked`: on the chart of the first measure. All invented. */
type CycleTold = Omit<cycles.Told, 'ownerId' | 'changeId' | 'measureId'> & { change?: string; marked?: true };

const YET = {
  prediction: '',
  plan: '',
  happened: '',
  learning: '',
  startsOn: null,
  endsOn: null,
  decision: null,
  after: null,
};

/** By the title of their work, in their order. */
export const CYCLES: Record<string, CycleTold[]> = {
  [HOME_BEFORE_LUNCH.title]: [
    {
      ...YET,
      question: 'Can two nurses name by ten past eight who could go home today?',
      prediction: 'They name most of them, and are wrong about one in four.',
      plan: 'Bethan and one other, at the board, five minutes, five mornings. Write the names down; count at six who left.',
      happened: 'Thirty-one names in five mornings. Twenty-six of those people left the same day.',
      learning: 'They were right more often than we thought. The five who stayed all waited for medicines.',
      startsOn: '2024-04-08',
      endsOn: '2024-04-12',
      decision: 'adopt',
      change: 'Two nurses meet at eight, for five minutes',
      marked: true,
    },
    {
      ...YET,
      question: 'If medicines are ordered the evening before, are they on the ward by ten?',
      prediction: 'Yes, if the list is there by four.',
      plan: 'Four patients a day for a week; the ward clerk rings the pharmacy at ten.',
      happened: 'Thirteen of twenty bags were there by ten. On Friday none was: the list went at five.',
      learning: 'Four o’clock is the whole secret. Friday needs somebody else to write the list.',
      startsOn: '2024-05-13',
      endsOn: '2024-05-17',
      decision: 'adapt',
      after: 1,
      change: 'Order medicines the day before',
    },
    {
      ...YET,
      question: 'Does a discharge lounge with breakfast help people leave earlier?',
      prediction: 'Half of them will want to wait there.',
      plan: 'Six chairs, toast and a volunteer, for two weeks.',
      happened: 'Eleven people sat there. Most said that they would rather wait in their own bed.',
      learning:
        'We had asked nobody first. The wait is shorter when the family is rung; a nicer wait is not a shorter one.',
      startsOn: '2024-06-03',
      endsOn: '2024-06-14',
      decision: 'abandon',
      after: 1,
    },
    {
      ...YET,
      question: 'Does a volunteer who rings the family at nine bring the car before noon?',
      prediction: 'For half of them. The others work.',
      plan: 'Gwen rings every family on the list for a month, and writes down what they say.',
      happened: 'Forty-four calls; twenty-nine cars before noon. Nine families asked to be told the evening before.',
      learning: 'Ring twice: the evening before, and at nine. Families who know can plan.',
      startsOn: '2025-02-03',
      endsOn: '2025-02-28',
      decision: 'adopt',
      after: 2,
      change: 'A volunteer rings the family at nine',
      marked: true,
    },
    {
      ...YET,
      question: 'Would families rather have a message than a call?',
      prediction: 'Some would; the older ones would not.',
      plan: 'Ask the next thirty which they want.',
      after: 4,
    },
  ],
  'Falls on the frailty ward: the huddle at two': [
    {
      ...YET,
      question: 'Will five people come to a huddle at two for a week?',
      prediction: 'On three of five days.',
      plan: 'Stand at the board, five minutes by the kitchen timer.',
      happened: 'Four of five. On Wednesday two bells rang and everybody left.',
      learning: 'It works when the porter holds the bells. He asked to come too.',
      decision: 'adapt',
      change: 'A huddle at two with names on the board',
    },
    {
      ...YET,
      question: 'Does a chair half-way down the corridor get used?',
      prediction: 'By visitors.',
      plan: 'One chair for three days; the domestic counts who sits.',
      happened: 'Nineteen people sat, fifteen of them patients on the way back from the toilet.',
      learning: 'People fall on the way back, when they are tired. The chair is where they would have fallen.',
      decision: 'adopt',
      change: 'A chair in the middle of the corridor',
    },
    {
      ...YET,
      question: 'Does a yellow blanket tell the night staff who should not walk alone?',
      prediction: 'Yes.',
      plan: 'Six blankets, one week.',
      happened: 'Two relatives asked why their mother was marked.',
      learning: 'We had labelled people. A word at handover does the same and nobody is marked.',
      decision: 'abandon',
      after: 1,
    },
  ],
  'Red lids on the water jugs': [
    {
      ...YET,
      question: 'Do the kitchen staff fill a red-lidded jug without being asked?',
      prediction: 'Most days.',
      plan: 'One bay, five days, count at each meal.',
      happened: 'Fourteen of fifteen meals.',
      learning: 'They had always wanted to know who may drink. Nobody had told them.',
      decision: 'adopt',
    },
    {
      ...YET,
      question: 'Does it hold on Sundays, when the kitchen is another firm’s?',
      prediction: 'No.',
      plan: 'A picture on the trolley; count for three Sundays.',
      after: 1,
    },
  ],
  'Insulin on time': [
    {
      ...YET,
      question: 'Can the lunch trolley wait for the nurse at one bay?',
      prediction: 'It will be late for the others.',
      plan: 'Bay four, one week; both write down the minute.',
      happened: 'It waited two minutes on average, and nobody’s lunch was cold.',
      learning: 'Two minutes was all that it ever was. Neither side had asked.',
      decision: 'adopt',
    },
  ],
  'Quiet nights': [
    {
      ...YET,
      question: 'What wakes people between midnight and five?',
      prediction: 'Other patients.',
      plan: 'One volunteer with a clipboard, three nights.',
      happened: 'Bins, forty times. Other patients, eleven.',
      learning: 'We were about to buy ear plugs. We bought soft-closing lids.',
      decision: 'adopt',
    },
  ],
};

/** `outline`: primary → secondary → ideas. `also`: what serves something besides that under which it stands. */
export type DiagramTold = {
  work: string;
  aim: string;
  outline: Record<string, Record<string, string[]>>;
  also: [string, string][];
};

export const DIAGRAMS: DiagramTold[] = [
  {
    work: HOME_BEFORE_LUNCH.title,
    aim: 'Bring the average wait from “ready to go” to “on the way” under fifty minutes by the end of 2024',
    outline: {
      'Everybody knows who goes today': {
        'Somebody decides before nine': [
          'Two nurses meet at eight, for five minutes',
          'The doctor sees those on the list first',
        ],
        'The board says it, and is right': ['One colour for “today”, one for “tomorrow”'],
      },
      'What a person needs is ready when they are': {
        'Medicines are on the ward by ten': ['Order medicines the day before', 'The pharmacist comes to the ward'],
        'Transport is booked while it is still to be had': ['Book at the eight o’clock meeting'],
      },
      'Home is ready for them': {
        'The family knows in time': ['A volunteer rings the family at nine', 'Tell them the evening before'],
        'Care at home starts the same day': [],
      },
    },
    also: [
      ['Two nurses meet at eight, for five minutes', 'The board says it, and is right'],
      ['Book at the eight o’clock meeting', 'The family knows in time'],
      ['The family knows in time', 'What a person needs is ready when they are'],
    ],
  },
  {
    work: 'Falls on the frailty ward: the huddle at two',
    aim: 'A third fewer falls by spring',
    outline: {
      'We know who is at risk this afternoon': {
        'Those on shift share what they see': ['A huddle at two with names on the board', 'The porter joins'],
      },
      'Walking is safe, and nobody is kept in bed': {
        'There is somewhere to rest on the way': ['A chair in the middle of the corridor'],
        'Shoes, glasses and frames are within reach': ['Look under each bed at handover'],
      },
    },
    also: [['Those on shift share what they see', 'Walking is safe, and nobody is kept in bed']],
  },
];

export const ADAPTATIONS = [
  {
    of: HOME_BEFORE_LUNCH.title,
    by: 'Home first, ask later',
    changed:
      'We have no ward: the same five minutes, at eight, by telephone, between the hospital’s nurse and our own.',
    stayed: 'Two people who may decide, and a list by nine.',
    happened: 'Three people a week come home a day earlier. On Mondays it does not work: nobody decides at weekends.',
    note: 'We never thought of the telephone. We have the same Monday; shall we try something for it together?',
  },
  {
    of: 'Falls on the frailty ward: the huddle at two',
    by: 'A notebook of falls',
    changed: 'Nobody here is free at two. We kept the names and wrote them in a notebook instead of meeting.',
    stayed: 'Names, and what would help each of them.',
    happened:
      'For two months nobody read it. Since somebody reads it aloud at handover there are fewer falls; it took a year.',
    note: null,
  },
  {
    of: 'Home first, ask later',
    by: 'Reablement: one goal, six weeks',
    changed: 'One call a week instead of one a day: our people stay for six weeks.',
    stayed: 'Somebody on each side who may say yes.',
    happened: '',
    note: null,
  },
];

export const SEEKING = {
  work: 'Breathe easy choir',
  words:
    'Our choir leader moves to Leeds in spring. It is two hours on a Tuesday; the hall and the tea are paid until June.',
};
