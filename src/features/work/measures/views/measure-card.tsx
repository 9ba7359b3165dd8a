import { t } from '#kernel/words.ts';
import { Chart, type Seen } from '../chart-of.tsx';
import { variationName } from '../sentence.ts';

/** A measure as the page of its work shows it: what the chart says, then the chart. */
export function MeasureCard({ seen, base }: { seen: Seen; base: string }) {
  const { measure, sentences, analysis, readings } = seen;
  return (
    <article class="card measure-card">
      <h3>
        <a href={`${base}/measures/${measure.short}`}>{measure.name}</a>
      </h3>
      <Says sentences={sentences} />
      <Chart seen={seen} />
      <p class="small">
        {analysis
          ? t('{variation}; {count, plural, one {# reading} other {# readings}}. XmR chart, profile {profile}.', {
              variation: variationName(analysis.facts),
              count: readings.length,
              profile: measure.profile,
            })
          : t('No readings yet.')}
      </p>
    </article>
  );
}

/** What the chart says, before the chart. */
export function Says({ sentences }: { sentences: string[] }) {
  if (sentences.length === 0) return null;
  return <p class="measure-says">{sentences.join(' ')}</p>;
}

/** The measures of a piece of work, on its page. */
export function MeasuresPanel({ all, base, edit }: { all: Seen[]; base: string; edit: boolean }) {
  if (all.length === 0 && !edit) return null;
  return (
    <section class="measures">
      <h2>{t('What was measured')}</h2>
      {all.map((seen) => (
        <MeasureCard seen={seen} base={base} />
      ))}
      {edit && (
        <p>
          <a class="button button-secondary" href={`${base}/measures/new`}>
            {t('Add a measure')}
          </a>
        </p>
      )}
    </section>
  );
}
