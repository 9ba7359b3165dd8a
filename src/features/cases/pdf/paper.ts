import {
  chartOf,
  claimChart,
  figuresOf,
  gapsSentence,
  gradeLine,
  headline,
  headlineRest,
  reasonSentence,
  relationSentence,
  STEPS,
  stepOf,
  stepSentence,
  suppliersSentence,
} from '#features/evidence/index.ts';
import { withUnit } from '#features/work/index.ts';
import { formatDate } from '#kernel/format.ts';
import { t } from '#kernel/words.ts';
import { caseFor } from '../audiences.ts';
import { authorsOf, inWords, suppliersOf } from '../named.ts';
import type { ClaimBlock, MeasuresBlock, NarrativeBlock } from '../snapshot.ts';
import type { Version } from '../versions.ts';
import { qrSvg } from './qr.ts';

/** Everything that the template prints, as text: nothing in it is markup. */
export type Paper = {
  title: string;
  kicker: string;
  community: string;
  byline: string;
  authors: string[];
  day: [number, number, number];
  ask: { label: string; text: string[] };
  context: string[];
  /** One row for each claim where there are several. */
  summary: { heading: string; head: [string, string, string]; rows: PaperRow[] } | null;
  claims: { heading: string; items: PaperClaim[] };
  narratives: { heading: string; text: string[] }[];
  tables: PaperTable[];
  about: { heading: string; lines: string[]; hashLabel: string; hash: string; address: Address; qr: Picture };
  footer: string;
  /** With `§1` for the page and `§2` for how many there are. */
  page: string;
};

type Address = { url: string; text: string };
type Picture = { svg: string; alt: string };
type PaperClaim = {
  area: string;
  statement: string;
  number: string | null;
  rest: string;
  chart: Picture | null;
  grade: { step: number; steps: number; line: string };
  because: { heading: string; lines: string[] };
  raise: { heading: string; lines: string[] };
  source: string[];
  sourceLabel: string;
  address: Address;
  qr: Picture;
};
type PaperRow = { number: string; rest: string; statement: string; grade: PaperClaim['grade']; address: Address };
type PaperTable = {
  heading: string;
  intro: string;
  head: [string, string, string];
  rows: { name: string; cited: string; says: string; address: Address }[];
  unseen: string;
};

/** A version as a paper, with its addresses under `url`; `key` opens what was published by private link. */
export function paperOf(version: Version, url: string, key: string | null = null): Paper {
  const blocks = version.blocks.flatMap(({ kind, content, withdrawnAt }) =>
    content ? [content] : kind === 'person' ? [] : [withdrawn(withdrawnAt)],
  );
  const published = formatDate(version.publishedAt);
  const number = version.number;
  const at = version.publishedAt;
  const here = shortAddress(url, version.short, key);
  const items = blocks
    .filter((block) => block.kind === 'claim')
    .map((block) => claimOf(block, suppliersOf(block, version.blocks), url));
  return {
    title: version.title,
    kicker: caseFor(version.audience),
    community: version.community,
    byline: t('{authors} · {published} · version {number}', {
      authors: inWords(authorsOf(version.blocks)),
      published,
      number,
    }),
    authors: authorsOf(version.blocks),
    day: [at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate()],
    ask: { label: t('What we ask'), text: paragraphs(version.ask) },
    context: paragraphs(version.context),
    summary: items.length > 1 ? summaryOf(items) : null,
    claims: {
      heading: t('What the work brought'),
      items,
    },
    narratives: blocks
      .filter((block) => block.kind === 'narrative')
      .map(({ heading, body }) => ({ heading, text: paragraphs(body) })),
    tables: blocks.filter((block) => block.kind === 'measures').map((block) => tableOf(block, url)),
    about: {
      heading: t('About this document'),
      lines: [
        t('Version {number}, published on {published} in {community}. What was published cannot change.', {
          number,
          published,
          community: version.community,
        }),
        t('Evidence grades are computed from the readings by a public rule; nobody can set them. Not audited.'),
        t('The data behind each number may have moved on: its address says how it stands today.'),
      ],
      hashLabel: t('SHA-256 of this version'),
      hash: version.hash,
      address: here,
      qr: { svg: qrSvg(here.url), alt: t('QR code of this case: {address}', { address: here.text }) },
    },
    footer: t('{title} · version {number}, {published} · not audited', {
      ...{ title: clipped(version.title), number, published },
    }),
    page: t('Page {page} of {pages}', { page: '§1', pages: '§2' }),
  };
}

function summaryOf(items: PaperClaim[]): Paper['summary'] {
  return {
    heading: t('In short'),
    head: [t('Now'), t('What the work brought'), t('How strong the evidence is')],
    rows: items.map(({ number, rest, statement, grade, address }) => ({
      ...{ number: number ?? '–', rest, statement, grade, address },
    })),
  };
}

const LONG_TITLE = 64;

function clipped(title: string): string {
  return title.length > LONG_TITLE ? `${title.slice(0, LONG_TITLE - 1).trimEnd()}…` : title;
}

function claimOf(block: ClaimBlock, suppliers: string[], url: string): PaperClaim {
  const figures = figuresOf(block);
  const { grade, because, raise } = block.grade;
  const numbers = figures && headline(because, figures);
  const chart = chartOf(block);
  const address = shortAddress(url, block.measure?.short ?? block.short);
  return {
    area: block.area,
    statement: block.statement,
    number: numbers && withUnit(numbers.now, numbers.unit),
    rest: (figures && headlineRest(because, figures)) ?? '',
    chart: chart && { svg: claimChart(chart), alt: chart.label },
    grade: { step: stepOf(grade), steps: STEPS, line: gradeLine(grade) },
    because: { heading: t('Why it stands there'), lines: because.map((reason) => reasonSentence(reason, figures)) },
    raise: { heading: t('What would raise it'), lines: raise.map(stepSentence) },
    source: [
      t('From “{work}”, {setting}.', { work: block.work.title, setting: block.work.setting }),
      relationSentence(block.relation),
      ...(block.measure ? [suppliersSentence(suppliers), gapsSentence(block.gaps)] : []),
      t('Not audited.'),
    ],
    sourceLabel: t('Its readings:'),
    address,
    qr: { svg: qrSvg(address.url), alt: t('QR code of the source: {address}', { address: address.text }) },
  };
}

function tableOf(block: MeasuresBlock, url: string): PaperTable {
  return {
    heading: t('Every measure of “{work}”', { work: block.work.title }),
    intro: t('Good and bad, moved and unmoved, so that you can judge the whole.'),
    head: [t('Measure'), t('What the readings say'), t('Source')],
    rows: block.measures.map(({ name, says, cited, short }) => ({
      name,
      says,
      cited: cited ? t('used in this case') : '',
      address: shortAddress(url, short),
    })),
    unseen: unseenSentence(block.unseen),
  };
}

export function unseenSentence(unseen: number): string {
  if (unseen === 0) return '';
  return t('{unseen, plural, one {One more measure is} other {# more measures are}} kept by the team.', { unseen });
}

function withdrawn(at: Date | null): NarrativeBlock {
  return { kind: 'narrative', heading: withdrawnSentence(at), body: '' };
}

export function withdrawnSentence(at: Date | null): string {
  return at ? t('Withdrawn on {date}', { date: formatDate(at) }) : t('Withdrawn');
}

/** The address to type from paper: `cairn.example/s/0123456789`. */
export function shortAddress(url: string, short: string, key: string | null = null): Address {
  const whole = `${url}/s/${short}${key === null ? '' : `?key=${encodeURIComponent(key)}`}`;
  return { url: whole, text: whole.replace(/^https?:\/\//, '') };
}

function paragraphs(text: string): string[] {
  return text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
