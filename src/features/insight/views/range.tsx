import type { terms } from '#features/reference/index.ts';
import { formatNumber } from '#kernel/format.ts';
import { ButtonLink, DataTable, Empty, Notice, PageHead } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { Kind, Range, Step, Variety } from '../range.ts';
import { PICKED, STEPS } from '../range.ts';
import { about, quarterName } from '../words.ts';
import { InsightNav } from './nav.tsx';

/** So many quarters of the path are shown; the rest is in the download. */
const COHORTS = 8;

export function RangePage({ ranges, vocabulary }: { ranges: Range[]; vocabulary: terms.Vocabulary }) {
  const [range, ...earlier] = ranges;
  return (
    <>
      <PageHead
        above={<InsightNav here="/insight/range" />}
        title={t('How wide is our range?')}
        lede={range ? ledeOf(range) : t('The first numbers are taken when a quarter has ended.')}
      />
      {!range && (
        <Empty>
          <p>{t('Come back at the beginning of the next quarter.')}</p>
        </Empty>
      )}
      {range && (
        <>
          <Figures range={range} />
          <Varieties range={range} />
          <Sectors range={range} vocabulary={vocabulary} />
          <Path range={range} />
          {earlier.length > 0 && <OverTime ranges={ranges} />}
          <HowMade />
        </>
      )}
    </>
  );
}

function ledeOf({ quarter, members, beyondAcute }: Range): string {
  const when = t('After {quarter} the community had {members} members.', {
    quarter: quarterName(quarter),
    members: about(members),
  });
  if (beyondAcute === null) return when;
  const share = t('{share}% of those whose sector we know work beyond acute hospitals.', {
    share: formatNumber(beyondAcute, 0),
  });
  return `${when} ${share}`;
}

function kindName(kind: Kind): string {
  return { organisation: t('Organisations'), place: t('Places'), sector: t('Sectors'), background: t('Backgrounds') }[
    kind
  ];
}

function Figures({ range: { varieties } }: { range: Range }) {
  return (
    <ul class="insight-figures">
      {inOrder(varieties).map(({ kind, richness, common }) => (
        <li>
          <strong>{richness === 0 ? '–' : formatNumber(richness)}</strong> {kindName(kind)}
          <span class="small">
            {' '}
            {richness === 0
              ? t('too few members have told us')
              : t('as varied as {common} equally common ones', { common: formatNumber(common) })}
          </span>
        </li>
      ))}
    </ul>
  );
}

function inOrder(varieties: Variety[]): Variety[] {
  const order: Kind[] = ['organisation', 'sector', 'background', 'place'];
  return order.flatMap((kind) => varieties.find((one) => one.kind === kind) ?? []);
}

function Varieties({ range }: { range: Range }) {
  const shown = inOrder(range.varieties).filter(({ richness }) => richness > 0);
  if (shown.length === 0) return null;
  return (
    <section aria-labelledby="variety">
      <h2 id="variety">{t('How varied')}</h2>
      <p>
        {t(
          'A hundred organisations are little variety when half of the members come from one. So each row says how many there are, and how many equally common ones would be just as varied: first with every member counting the same, then with the large ones ruling.',
        )}
      </p>
      <DataTable
        caption={t('Variety of the community')}
        columns={[
          { head: t('Of what'), cell: ({ kind }) => kindName(kind) },
          { head: t('Members who told us'), cell: ({ people }) => about(people), numeric: true },
          { head: t('Different ones'), cell: ({ richness }) => formatNumber(richness), numeric: true },
          { head: t('Effective number, order 1'), cell: ({ common }) => formatNumber(common), numeric: true },
          { head: t('Effective number, order 2'), cell: ({ dominant }) => formatNumber(dominant), numeric: true },
        ]}
        rows={shown}
      />
    </section>
  );
}

function Sectors({ range: { counts }, vocabulary }: { range: Range; vocabulary: terms.Vocabulary }) {
  const shown = (kind: 'sector' | 'background') => counts.filter((row) => row.kind === kind);
  return (
    <div class="insight-pair">
      {(['sector', 'background'] as const).map((kind) =>
        shown(kind).length === 0 ? null : (
          <section aria-labelledby={`by-${kind}`}>
            <h2 id={`by-${kind}`}>{kind === 'sector' ? t('Where members work') : t('Their backgrounds')}</h2>
            <DataTable
              caption={
                kind === 'sector'
                  ? t('Members by sector, to the nearest 5')
                  : t('Members by background, to the nearest 5')
              }
              columns={[
                { head: kindName(kind), cell: ({ key }) => vocabulary.name(kind, key) },
                { head: t('Members'), cell: ({ people }) => about(people), numeric: true },
              ]}
              rows={shown(kind)}
            />
          </section>
        ),
      )}
    </div>
  );
}

function stepName(step: Step): string {
  return {
    invited: t('Invited'),
    applied: t('Applied'),
    admitted: t('Admitted'),
    'took-part': t('Took part'),
    'shared-work': t('Shared work'),
  }[step];
}

function Path({ range: { path } }: { range: Range }) {
  const [all, ...cohorts] = [
    ...path.filter(({ cohort }) => cohort === 'all'),
    ...path.filter(({ cohort }) => cohort !== 'all'),
  ];
  if (!all) return null;
  return (
    <section aria-labelledby="path">
      <h2 id="path">{t('The way in')}</h2>
      <p>
        {t(
          'Of those who were invited or applied in each quarter: how many have been admitted by now, have taken part, and have shared a piece of work. Who came lately has had less time.',
        )}
      </p>
      <DataTable
        caption={t('The way in, by the quarter in which it began')}
        columns={[
          {
            head: t('Quarter'),
            cell: ({ cohort }) => (cohort === 'all' ? t('Since the beginning') : cohort.replace('-', ' ')),
          },
          ...STEPS.map((step) => ({
            head: stepName(step),
            cell: ({ steps }: Range['path'][number]) => about(steps[step]),
            numeric: true,
          })),
        ]}
        rows={[all, ...cohorts.slice(0, COHORTS)]}
      />
    </section>
  );
}

function OverTime({ ranges }: { ranges: Range[] }) {
  return (
    <section aria-labelledby="over-time">
      <h2 id="over-time">{t('Over the years')}</h2>
      <p>
        {t(
          'A larger community has more of everything. So that years can be compared, this says how many different ones to expect among any {picked} members.',
          { picked: PICKED },
        )}
      </p>
      <DataTable
        caption={t('Different ones among any {picked} members', { picked: PICKED })}
        columns={[
          { head: t('Quarter'), cell: ({ quarter }) => quarter.replace('-', ' ') },
          ...(['organisation', 'sector', 'background', 'place'] as const).map((kind) => ({
            head: kindName(kind),
            cell: ({ varieties }: Range) => {
              const expected = varieties.find((one) => one.kind === kind)?.among25 ?? null;
              return expected === null ? '–' : formatNumber(expected, 1);
            },
            numeric: true,
          })),
        ]}
        rows={ranges}
      />
    </section>
  );
}

function HowMade() {
  return (
    <Notice title={t('How these numbers are made')}>
      <p>
        {t(
          'Once a quarter, from profiles and organisations. Counts of people are rounded to the nearest 5, and sectors and backgrounds are counted from those rounded numbers. The effective numbers are Hill numbers (Hill 1973); the comparison of years is by rarefaction (Hurlbert 1971).',
        )}
      </p>
      <p class="buttons">
        <ButtonLink href="/insight/range.csv" kind="secondary">
          {t('Download every quarter (CSV)')}
        </ButtonLink>
      </p>
    </Notice>
  );
}
