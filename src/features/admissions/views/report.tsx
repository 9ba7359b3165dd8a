import { pathwayName } from '#features/membership/index.ts';
import { Chart, type Seen } from '#features/work/index.ts';
import { countryName } from '#kernel/countries.ts';
import { formatDate, formatNumber } from '#kernel/format.ts';
import { type Child, DataTable, Empty, PageHead } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { Estimate } from '../agreement.ts';
import { type Agreement, FEWEST_PAIRS, type Report } from '../report.ts';
import { Outcomes } from './outcomes.tsx';
import { daysIn, FEWEST_DAYS, tooFew, withInterval } from './words.ts';

type Props = { report: Report; joined: Seen; days: Seen; monitored: Child };

/** How applications are read and decided, and how that changes: for whoever looks after admissions. */
export function ReportPage({ report, joined, days, monitored }: Props) {
  return (
    <>
      <PageHead
        title={t('How applications are read')}
        lede={ledeOf(report)}
        above={<a href="/assessing">{t('Assessing')}</a>}
      />
      <div class="reading">
        <p>
          {t(
            'These numbers describe; they do not judge. A difference can have many reasons, and where there is none, nothing is proved either. Where there are too few, the page says so instead of guessing.',
          )}
        </p>
      </div>
      <section aria-labelledby="time">
        <h2 id="time">{t('Joining over time')}</h2>
        <OverTime seen={joined} />
        <OverTime seen={days} />
      </section>
      <section aria-labelledby="agreement">
        <h2 id="agreement">{t('How far assessors agree')}</h2>
        <Agreements agreements={report.agreements} />
      </section>
      <section aria-labelledby="outcomes">
        <h2 id="outcomes">{t('Who is admitted, and how soon')}</h2>
        <Outcomes
          caption={t('By country')}
          head={t('Country')}
          outcomes={report.outcomes.country}
          nameOf={(key) => named(key, COUNTRY_NAMES)}
        />
        <Outcomes
          caption={t('By the way that people came')}
          head={t('Way')}
          outcomes={report.outcomes.pathway}
          nameOf={(key) => named(key, PATHWAY_NAMES)}
        />
        <p class="reading">
          {t(
            'By sector nothing can be told: applicants are not asked where they work, and it is known mostly of those who were admitted.',
          )}
        </p>
      </section>
      {monitored}
      <section aria-labelledby="versions">
        <h2 id="versions">{t('From one version of the criteria to the next')}</h2>
        <Outcomes
          caption={t('By version of the criteria')}
          head={t('Version')}
          outcomes={report.outcomes.version}
          nameOf={(key) => t('Version {number}', { number: key })}
        />
      </section>
    </>
  );
}

const COUNTRY_NAMES = {
  england: () => countryName('england'),
  ireland: () => countryName('ireland'),
  'northern-ireland': () => countryName('northern-ireland'),
  scotland: () => countryName('scotland'),
  wales: () => countryName('wales'),
};
const PATHWAY_NAMES = {
  professional: () => pathwayName('professional'),
  public: () => pathwayName('public'),
  volunteer: () => pathwayName('volunteer'),
};

function named(key: string, names: Record<string, () => string>): string {
  return names[key]?.() ?? key;
}

function ledeOf({ decided, admitted, days }: Report): string {
  if (decided === 0) return t('No application has been decided yet.');
  if (!days || days.n < FEWEST_DAYS)
    return t(
      '{decided, plural, one {One application has} other {# applications have}} been decided, {admitted} with a welcome.',
      {
        decided,
        admitted,
      },
    );
  return t(
    '{decided, plural, one {One application has} other {# applications have}} been decided, {admitted} with a welcome. Half of all people heard within {median}; the middle half waited {lower} to {upper} days.',
    {
      decided,
      admitted,
      median: daysIn(days.median),
      lower: formatNumber(days.lower, 0),
      upper: formatNumber(days.upper, 0),
    },
  );
}

/** A control chart: its sentence first, its numbers below. */
function OverTime({ seen }: { seen: Seen }) {
  const { measure, sentences, readings, rounded } = seen;
  if (!seen.analysis)
    return (
      <Empty>
        <p>{t('{name}: nothing to chart yet.', { name: measure.name })}</p>
      </Empty>
    );
  return (
    <div class="over-time">
      <h3>{measure.name}</h3>
      <p class="reading">
        {sentences.join(' ')}{' '}
        {belowNought(seen) && t('The lower limit lies below nought: a week without anybody is nothing unusual.')}
      </p>
      <Chart seen={seen} />
      <details>
        <summary>
          {t('The numbers')}
          <span class="visually-hidden">: {measure.name}</span>
        </summary>
        <DataTable
          caption={t('{name}, by the Monday on which the week began', { name: measure.name })}
          columns={[
            { head: t('Week of'), cell: ({ date }: Seen['readings'][number]) => formatDate(date) },
            {
              head: measure.name,
              numeric: true,
              cell: ({ value }) => (value === null ? t('none decided') : rounded(value)),
            },
          ]}
          rows={readings.toReversed()}
        />
      </details>
    </div>
  );
}

/** Limits are by the same rule for every measure, and a count has a floor. */
function belowNought({ measure, analysis }: Seen): boolean {
  return measure.id === 'joined' && (analysis?.facts.phase.lower ?? 0) < 0;
}

function Agreements({ agreements }: { agreements: Agreement[] }) {
  if (agreements.length === 0)
    return (
      <Empty>
        <p>{t('No application has had two assessments yet.')}</p>
      </Empty>
    );
  return (
    <>
      <p class="reading">
        {t(
          'The first two people to assess, criterion by criterion; met and met another way count as one. Kappa and AC1 both ask how much more they agree than chance would make them: 1 is always, 0 is as chance would. Kappa falls when nearly all are judged alike; AC1 does not. In brackets: the 95% interval.',
        )}
      </p>
      <DataTable
        stack
        caption={t('Agreement from {fewest} pairs of views on', { fewest: FEWEST_PAIRS })}
        columns={[
          {
            head: t('Criterion'),
            cell: ({ title, version }: Agreement) => t('{title} (version {version})', { title, version }),
          },
          { head: t('Pairs'), numeric: true, cell: ({ pairs }) => formatNumber(pairs) },
          { head: t('One could not tell'), numeric: true, cell: ({ untold }) => formatNumber(untold) },
          {
            head: t('Agreed'),
            numeric: true,
            cell: ({ raw }) => (raw === null ? tooFew() : t('{share}%', { share: formatNumber(raw * 100, 0) })),
          },
          { head: t('Cohen’s kappa'), numeric: true, cell: ({ raw, kappa }) => shown(raw, kappa) },
          { head: t('Gwet’s AC1'), numeric: true, cell: ({ raw, ac1 }) => shown(raw, ac1) },
        ]}
        rows={agreements}
      />
    </>
  );
}

function shown(raw: number | null, estimate: Estimate | null): string {
  if (raw === null) return tooFew();
  return estimate ? withInterval(estimate) : t('cannot be told: all views were alike');
}
