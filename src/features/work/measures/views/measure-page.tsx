import { formatDate, formatNumber } from '#kernel/format.ts';
import type { Form } from '#kernel/forms.ts';
import {
  Button,
  ButtonLink,
  type Child,
  DataTable,
  Empty,
  ErrorSummary,
  Notice,
  PageHead,
  PostForm,
  Radios,
} from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import { QUESTIONS, wordingOf } from '../../publication/questions.ts';
import type { Work } from '../../works.ts';
import { caveatsOf } from '../caveats.ts';
import { drawnInstead } from '../chart-kinds.ts';
import { Chart, type Seen } from '../chart-of.tsx';
import type { Reading } from '../readings.ts';
import { variationName } from '../sentence.ts';
import { Says } from './measure-card.tsx';
import { reasonOf } from './reasons.ts';

/** One measure: the sentence, the chart, the data beside it, and for its team what can be done. */
export function MeasurePage({
  work,
  seen,
  edit,
  readings,
  panels,
}: {
  work: Work;
  seen: Seen;
  edit: boolean;
  readings: Reading[];
  panels: Child[];
}) {
  const { measure, analysis, sentences, rounded } = seen;
  const base = `/work/${work.address}/measures/${measure.short}`;
  const points = new Map(analysis?.chart.points.map((point) => [point.date, point]));
  return (
    <article>
      <PageHead
        title={measure.name}
        above={<a href={`/work/${work.address}`}>{work.title}</a>}
        lede={definedAs(measure)}
      >
        {edit && (
          <p class="buttons">
            <ButtonLink href={`${base}/readings`}>{t('Add readings')}</ButtonLink>
            <ButtonLink href={`${base}/edit`} kind="secondary">
              {t('Edit')}
            </ButtonLink>
            <ButtonLink href={`${base}/marks`} kind="secondary">
              {t('Mark the chart')}
            </ButtonLink>
            <ButtonLink href={`${base}/reminder`} kind="secondary">
              {t('Remind me')}
            </ButtonLink>
            <ButtonLink href={`${base}/publication`} kind="secondary">
              {measure.visibility === 'private' ? t('Publish') : t('Who can see it')}
            </ButtonLink>
          </p>
        )}
      </PageHead>
      {edit && measure.visibility === 'private' && (
        <p class="small">{t('Only the team can see this measure until it is published.')}</p>
      )}
      {!analysis && (
        <Empty>
          <p>{t('No readings yet. Type one, paste a column from a spreadsheet, or upload an Excel or CSV file.')}</p>
        </Empty>
      )}
      {analysis && (
        <>
          <div class="card measure-card">
            <Says sentences={sentences} />
            <Chart seen={seen} />
            <p class="small">
              {t(
                '{variation}. XmR chart by the rules of NHS Making Data Count ({profile}): mean, and limits at 2.66 times the mean moving range.',
                { variation: variationName(analysis.facts), profile: measure.profile },
              )}
            </p>
            {[drawnInstead(measure.chart), ...caveatsOf(readings)].map((says) => says && <p class="small">{says}</p>)}
            <p class="small">
              <a href={`${base}.csv`}>{t('Data as CSV')}</a> · <a href={`${base}.svg`}>{t('Chart as SVG')}</a>
            </p>
          </div>
          {panels}
          <div class="measure-data">
            <DataTable
              caption={t('The readings, with the rules that each of them fired')}
              rows={readings}
              columns={[
                { head: t('Date'), cell: ({ date }) => formatDate(date) },
                {
                  head: measure.unit === '' ? t('Value') : t('Value ({unit})', { unit: measure.unit }),
                  numeric: true,
                  cell: ({ value }) => (value === null ? t('not measured') : rounded(value)),
                },
                ...(readings.some(({ denominator }) => denominator !== null)
                  ? [
                      {
                        head: measure.numerator || t('Numerator'),
                        numeric: true,
                        cell: ({ numerator }: Reading) => (numerator === null ? '' : formatNumber(numerator)),
                      },
                      {
                        head: measure.denominator || t('Denominator'),
                        numeric: true,
                        cell: ({ denominator }: Reading) => (denominator === null ? '' : formatNumber(denominator)),
                      },
                    ]
                  : []),
                { head: t('Mean'), numeric: true, cell: ({ date }) => meanOf(points.get(date), rounded) },
                { head: t('Limits'), numeric: true, cell: ({ date }) => limitsOf(points.get(date), rounded) },
                { head: t('Signal'), cell: ({ date }) => reasonOf(points.get(date)) },
                ...(edit
                  ? [
                      {
                        head: t('Change'),
                        cell: ({ id }: Reading) => <a href={`${base}/readings/${id}`}>{t('Change')}</a>,
                      },
                    ]
                  : []),
              ]}
            />
          </div>
        </>
      )}
    </article>
  );
}

/** The operational definition, and what is divided by what. */
function definedAs({ definition, numerator, denominator }: Seen['measure']): string | undefined {
  const divided = denominator === '' ? numerator : t('{numerator} per {denominator}.', { numerator, denominator });
  return [definition, numerator === '' ? '' : divided].filter(Boolean).join(' ') || undefined;
}

function meanOf(point: { mean: number | null } | undefined, rounded: (value: number) => string): string {
  return point && point.mean !== null ? rounded(point.mean) : '';
}

function limitsOf(
  point: { lower: number | null; upper: number | null } | undefined,
  rounded: (value: number) => string,
): string {
  return point && point.lower !== null && point.upper !== null
    ? t('{lower} to {upper}', { lower: rounded(point.lower), upper: rounded(point.upper) })
    : '';
}

/** The three questions, for one measure. */
export function MeasurePublication({ work, seen, form }: { work: Work; seen: Seen; form: Form }) {
  const base = `/work/${work.address}/measures/${seen.measure.short}`;
  return (
    <div class="reading">
      <ErrorSummary form={form} />
      <PageHead
        title={t('Publish this measure')}
        above={<a href={base}>{seen.measure.name}</a>}
        lede={t('Three questions first.')}
      />
      {seen.readings.some(({ value }) => value !== null && Number.isInteger(value) && value > 0 && value < 5) && (
        <Notice tone="bracken">
          <p>{t('Some values are below five. Where they count people, a longer period or a rate is safer.')}</p>
        </Notice>
      )}
      <PostForm action={`${base}/publication`} method="put">
        {QUESTIONS.map((question) => (
          <Radios form={form} name={question} label={wordingOf(question).ask} choices={wordingOf(question).choices} />
        ))}
        <Radios
          form={form}
          name="visibility"
          label={t('Who may see it?')}
          choices={[
            { value: 'public', label: t('Everybody who can see the work') },
            { value: 'members', label: t('Members of this community') },
          ]}
        />
        <Button>{t('Publish')}</Button>
      </PostForm>
      {seen.measure.visibility !== 'private' && (
        <PostForm action={`${base}/publication`} method="delete">
          <Button kind="warning">{t('Take it back to the team')}</Button>
        </PostForm>
      )}
    </div>
  );
}
