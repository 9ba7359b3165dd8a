import { methodName, type places, type Vocabulary } from '#features/reference/index.ts';
import { COUNTRIES, type Country, countryName } from '#kernel/countries.ts';
import type { Form } from '#kernel/forms.ts';
import { Button, type Choice, DataTable, Empty, PageHead, SelectField } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import { FEW } from '../changes.ts';
import type { Changes, Narrowed } from '../figures.ts';
import { YearsChart } from './changes-chart.tsx';
import { ByMode, Details, FigureSection, Trends } from './changes-parts.tsx';
import {
  beyondSentence,
  modesSentence,
  regionsSentence,
  shareInWords,
  topicName,
  trendsSentence,
  yearSentence,
} from './changes-words.ts';
import { placeChoices } from './filters.tsx';

type Props = { found: Changes; narrowed: Narrowed; vocabulary: Vocabulary; regions: places.Place[]; form: Form };

/** How practice changed: by mode, country, setting, region, topic and method, each with its uncertainty. */
export function ChangesPage({ found, narrowed, vocabulary, regions, form }: Props) {
  const sectorName = (key: string) => vocabulary.name('sector', key);
  const figure = (name: Parameters<typeof FigureSection>[0]['name']) => ({ name, narrowed });
  return (
    <>
      <PageHead title={t('How practice changed')} lede={modesSentence(found)} above={<Back />}>
        <p class="small">
          {t(
            '{dated, plural, one {# piece of work} other {# pieces of work}} of {total}, counted once each in the year in which it began; where nobody has said when, it is left out of the years. Work is often shared a year or two later, so the last years will still grow.',
            { dated: found.dated, total: found.total },
          )}
        </p>
      </PageHead>
      <form class="search landscape-search" method="get" action="/landscape/changes">
        <SelectField
          form={form}
          name="place"
          label={t('Place')}
          empty={t('Any')}
          choices={placeChoices(
            regions.filter(({ key }) => found.regions.some(({ region, works }) => region.key === key && works > 0)),
          )}
        />
        <SelectField form={form} name="setting" label={t('Setting')} empty={t('Any')} choices={settings(vocabulary)} />
        <Button>{t('Show')}</Button>
      </form>
      {found.total === 0 ? (
        <Empty>
          <p>
            {t('No work matches that.')} <a href="/landscape/changes">{t('See all of it')}</a>.
          </p>
        </Empty>
      ) : (
        <>
          <FigureSection {...figure('modes')} title={t('The modes, year by year')} says={yearSentence(found)}>
            <ByMode rows={found.modes} nameOf={(key) => key} head={t('Began in')} found={found} years />
          </FigureSection>
          <FigureSection
            {...figure('countries')}
            title={t('Country by country')}
            says={t(
              'How much of each country’s shared work reaches into each mode, over all years. Where the bars overlap, the countries may not differ.',
            )}
          >
            <ByMode
              rows={found.countries}
              nameOf={(key) =>
                countryName(COUNTRIES.find((country): country is Country => country === key) ?? 'england')
              }
              head={t('Country')}
              found={found}
            />
          </FigureSection>
          <FigureSection
            {...figure('settings')}
            title={t('Setting by setting')}
            says={t('How much of the work of each kind of organisation reaches into each mode, over all years.')}
          >
            <ByMode rows={found.settings} nameOf={sectorName} head={t('Setting')} found={found} />
          </FigureSection>
          <Beyond {...figure('beyond-acute')} found={found} />
          <Regions {...figure('regions')} found={found} />
          <FigureSection
            {...figure('topics')}
            title={t('Topics: what is new, what fades')}
            says={trendsSentence(found.topics, topicName(vocabulary), found)}
          >
            <Trends trends={found.topics} nameOf={topicName(vocabulary)} head={t('Topic')} found={found} />
          </FigureSection>
          <FigureSection
            {...figure('methods')}
            title={t('Methods: what is new, what fades')}
            says={trendsSentence(found.methods, methodName, found)}
          >
            <Trends trends={found.methods} nameOf={methodName} head={t('Method')} found={found} />
          </FigureSection>
          <Method />
        </>
      )}
    </>
  );
}

type Part = { name: Parameters<typeof FigureSection>[0]['name']; narrowed: Narrowed; found: Changes };

function Beyond({ found, ...figure }: Part) {
  const title = t('Beyond the acute hospital');
  const points = found.beyond.map(({ key, share }) => ({
    label: key,
    share,
    unfinished: key === String(found.thisYear),
  }));
  return (
    <FigureSection {...figure} title={title} says={beyondSentence(found)}>
      <div class="changes-charts">
        <figure>
          <YearsChart id="beyond-years" title={title} says={beyondSentence(found)} points={points} />
        </figure>
      </div>
      <Details>
        <DataTable
          caption={t('Work beyond the acute hospital, of that whose setting is known: works, per cent, 95% interval')}
          rows={found.beyond}
          columns={[
            { head: t('Began in'), cell: ({ key }) => key },
            { head: t('Beyond'), cell: ({ share }) => shareInWords(share) },
          ]}
        />
      </Details>
    </FigureSection>
  );
}

function Regions({ found, ...figure }: Part) {
  return (
    <FigureSection {...figure} title={t('Which regions have shared work')} says={regionsSentence(found)}>
      {COUNTRIES.map((country) => {
        const own = found.regions.filter(({ region }) => region.country === country);
        const silent = own.filter(({ works }) => works === 0).map(({ region }) => region.shortName);
        return (
          <DataTable
            caption={t('{country}: {covered} of {all} regions{silent}', {
              country: countryName(country),
              covered: own.length - silent.length,
              all: own.length,
              silent: silent.length > 0 ? t('; none yet from {names}', { names: silent.join(', ') }) : '',
            })}
            rows={own.filter(({ works }) => works > 0)}
            columns={[
              { head: t('Region'), cell: ({ region }) => <a href={`/landscape?place=${region.key}`}>{region.name}</a> },
              { head: t('Works'), cell: ({ works }) => works, numeric: true },
              { head: t('Beyond the acute hospital'), cell: ({ beyond }) => beyond, numeric: true },
            ]}
          />
        );
      })}
    </FigureSection>
  );
}

function Method() {
  return (
    <section class="changes-figure" aria-labelledby="how">
      <h2 id="how">{t('How these numbers are made')}</h2>
      <p>
        {t(
          'A piece of work reaches into a mode when people give that mode a quarter of it or more. Most work reaches into several, so the shares add up to more than 100%. Fewer than {few} pieces of work are too few for a share.',
          { few: FEW },
        )}
      </p>
      <p>
        {t(
          'Shares have 95% intervals by Wilson’s method (1927); the change from three whole years to the next three has a 99% interval by Newcombe’s method 10 (1998), and needs at least eight pieces of work. Both treat shared work as if it had been drawn by chance from all work of its kind. It was not: people choose what to share. So read an interval as the least that is uncertain.',
        )}
      </p>
      <p>
        {t(
          'Setting and region are those of the organisation where the work happens. Work whose team shows it without naming the organisation has neither here.',
        )}
      </p>
    </section>
  );
}

function Back() {
  return <a href="/landscape">{t('The landscape of improvement')}</a>;
}

function settings(vocabulary: Vocabulary): Choice[] {
  return [
    { value: 'acute', label: t('Acute hospitals') },
    { value: 'beyond', label: t('Beyond the acute hospital') },
    ...vocabulary.choices('sector').filter(({ value }) => value !== 'acute'),
  ];
}
