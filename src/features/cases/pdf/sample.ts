import { grade } from '#features/evidence/index.ts';
import { type Block, digestOf, hashOf } from '../snapshot.ts';
import type { Version } from '../versions.ts';

const BEFORE = [
  56.2, 62.8, 59.9, 59.4, 63.7, 61.5, 62.9, 57.9, 62.5, 63.2, 62.7, 61.1, 61.8, 60.2, 59.4, 65.1, 64.5, 64.1,
];
const AFTER = [60.3, 53.4, 49, 46.9, 43.8, 44.7, 46.8, 51.6, 51.6, 52.4, 51.2, 48, 50.4, 47.1, 49.9, 46.3, 46.2, 49.6];

/** A version for the tests of its documents, made without a database. */
export function sampleVersion(change: Partial<Version> = {}): Version {
  const blocks = sampleBlocks().map((content, i) => {
    const salt = `salt-${i}`;
    return {
      ...{ position: i, kind: content.kind, digest: digestOf(salt, content), salt, content },
      ...{ withdrawnAt: null, erased: false },
    };
  });
  const head = {
    short: '0a1b2c3d4e',
    number: 1,
    title: 'Home before lunch pays for itself in beds',
    audience: 'executive' as const,
    ask: 'Fund two discharge coordinators for twelve months on the three remaining medical wards, and review in a year.',
    context:
      'Every winter we open escalation beds that cost money and goodwill.\n\nOne ward has shown, for eighteen months, that people who are well enough can be home before lunch.',
    community: 'Hill & Harbour improvement community',
  };
  const publishedAt = new Date('2026-10-12T09:00:00Z');
  const hash = hashOf(
    { format: 'cairn-case/1', ...head, publishedAt: publishedAt.toISOString() },
    blocks.map(({ digest }) => digest),
  );
  return { ...head, publishedAt, opening: 'public', hash, blocks, ...change };
}

function sampleBlocks(): Block[] {
  const series = [...BEFORE, ...AFTER].map((value, i) => ({ date: monthAt(i), value }));
  const records = series.map(({ date, value }, i) => ({
    ...{ id: String(i).padStart(3, '0'), date, position: 1, first: value, now: value, withdrawn: false },
    recordedAt: `${date}T12:00:00.000Z`,
  }));
  const work = {
    short: 'w0rkw0rk00',
    title: 'Home before lunch: ready for discharge by 11',
    setting: 'a community hospital in Wales',
  };
  const basis = {
    better: 'down' as const,
    baselineFrom: '2023-01-01',
    baselineThrough: '2024-06-30',
    changedOn: '2024-07-01',
    fixedOn: '2024-06-20',
  };
  const measure = {
    short: 'measure000',
    name: 'Minutes from “ready” to “gone”',
    unit: 'minutes',
    places: 1,
    better: 'down' as const,
    series,
  };
  const frozen = {
    from: '2023-01-01',
    through: '2024-06-30',
    changedOn: '2024-07-01',
    mean: 61.6,
    lower: 55.5,
    upper: 67.7,
  };
  return [
    {
      kind: 'claim',
      short: 'c1a1mc1a1m',
      area: 'Patients, service users and society',
      statement: 'People who are ready to go home wait less for the door',
      relation: 'contribution',
      grade: grade({ basis, records, accepted: [], profile: 'nhs-mdc' }),
      work,
      measure: { ...measure, frozen },
      gaps: { missing: 0, longest: null },
    },
    {
      kind: 'narrative',
      heading: 'What it takes',
      body: 'Two nurses meet for six minutes at 8:15 and name who is ready.\n\nNo new system, no new form. It fell apart once, when both were moved to another ward in the same week.',
    },
    {
      kind: 'measures',
      work,
      measures: [
        {
          ...{ short: measure.short, name: measure.name, readings: 36, cited: true },
          says: 'Since July 2024 the average is 49.4 minutes, down from 61.6 minutes.',
        },
        {
          ...{ short: 'measure001', name: 'Readmissions within seven days', readings: 34, cited: false },
          says: 'Within this period it goes up and down as chance alone would make it.',
        },
        {
          ...{ short: 'measure002', name: 'Staff who say the morning feels safe', readings: 9, cited: false },
          says: 'There are 9 readings so far; the average is 71%.',
        },
      ],
      unseen: 1,
    },
    { kind: 'person', person: 'a', name: 'Amina Yusuf', author: true, recorded: [measure.short] },
    { kind: 'person', person: 'r', name: 'Rhys Pugh', author: true, recorded: [] },
  ];
}

function monthAt(month: number): string {
  return new Date(Date.UTC(2023, month, 1)).toISOString().slice(0, 10);
}
