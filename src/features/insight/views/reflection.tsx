import { type Country, countryName } from '#kernel/countries.ts';
import { ButtonLink, DataTable, Empty, Notice, PageHead } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { Comparison, Row } from '../comparing.ts';
import type { Reflection } from '../reflection.ts';
import { about, percent, placeName, ratioOf, sentencesOf, verdictName } from '../words.ts';
import { ReflectionChart } from './chart.tsx';
import { InsightNav } from './nav.tsx';
import { Countries, Responses } from './responses.tsx';

type Props = { reflection: Reflection; country: Country | null };

export function ReflectionPage({ reflection, country }: Props) {
  const { quarter, comparisons } = reflection;
  const known = comparisons.filter(({ population }) => population !== null);
  const others = comparisons.filter(({ population, rows }) => population === null && rows.length > 0);
  return (
    <>
      <PageHead
        above={<InsightNav here="/insight/reflection" />}
        title={t('Do we reflect the people we serve?')}
        lede={t(
          'Who our members say they are, beside everybody who lives in their country. It is a mirror, not a target.',
        )}
      />
      {quarter === null ? (
        <Empty>
          <p>{t('The first numbers are shown when a quarter has ended and enough members have answered.')}</p>
        </Empty>
      ) : (
        <>
          <Responses responses={reflection.responses} quarter={quarter} />
          <Countries country={country} />
          {country === null && known.length > 0 && (
            <p>
              {t(
                'Together are shown only questions that are asked alike in every country of the UK. Ethnic group and disability are asked differently: look at one country at a time.',
              )}
            </p>
          )}
          {country === null && known.length === 0 && (
            <Empty>
              <p>
                {t(
                  'Two countries of the UK with enough answers are needed before they can be shown together. Choose one country above.',
                )}
              </p>
            </Empty>
          )}
          {known.map((one) => (
            <Compared comparison={one} />
          ))}
          {others.length > 0 && <Others comparisons={others} />}
          <HowMade />
        </>
      )}
    </>
  );
}

function Compared({ comparison }: { comparison: Comparison }) {
  const { name, question, rows, note, population, source, workforces, preferNot } = comparison;
  return (
    <section class="reflection-topic" aria-labelledby={question}>
      <h2 id={question}>{name}</h2>
      {sentencesOf(comparison).map((sentence) => (
        <p>{sentence}</p>
      ))}
      {rows.length > 0 && (
        <>
          <ReflectionChart comparison={comparison} />
          <DataTable
            caption={t('{name}: members in {place} beside the population', {
              name,
              place: placeName(comparison.country),
            })}
            columns={[
              { head: t('Group'), cell: (row) => row.name },
              { head: t('Members'), cell: (row) => about(row.people), numeric: true },
              { head: t('Share of members'), cell: shareOf, numeric: true },
              {
                head: t('Share of the population'),
                cell: ({ beside }) => (beside ? percent(beside.population) : '–'),
                numeric: true,
              },
              {
                head: t('Ratio (95% interval)'),
                cell: ({ beside }) => (beside ? ratioOf(beside) : '–'),
                numeric: true,
              },
              { head: t('In words'), cell: ({ beside }) => (beside ? verdictName(beside.verdict) : '–') },
            ]}
            rows={rows}
          />
          <p class="small">
            {t('Shares are of those who named a group; {people} prefer not to say.', { people: about(preferNot) })}{' '}
            {note}
          </p>
          {workforces.map(({ name: group, who, percent: there, members, cited }) => (
            <p>
              {t('Beside the workforce: {group} are {members} of members and {there} of {who}.', {
                group,
                members: percent(members),
                there: percent(there / 100),
                who,
              })}{' '}
              {cited && <a href={cited.address}>{cited.title}</a>}
            </p>
          ))}
          <p class="small">
            {t('The population:')} {population?.who || whoTogether(comparison)}. {population?.note}{' '}
            {source && <a href={source.address}>{source.title}</a>} {source && `(${source.licence}).`}
          </p>
        </>
      )}
    </section>
  );
}

/** Nought is a rounded number like the others. */
function shareOf({ people, share }: Row): string {
  return people === 0 ? t('about 0%') : percent(share);
}

function whoTogether({ countries }: Comparison): string {
  return t('adults (16 and over) in {countries}, mid-2023', { countries: countries.map(countryName).join(', ') });
}

function Others({ comparisons }: { comparisons: Comparison[] }) {
  return (
    <section aria-labelledby="others">
      <h2 id="others">{t('What else members say')}</h2>
      <p>{t('We have found no figures of the population for these that we trust, or none that is asked alike.')}</p>
      <DataTable
        caption={t('Other questions, in rounded numbers')}
        columns={[
          { head: t('Question'), cell: ({ comparison }) => comparison.name },
          { head: t('Group'), cell: ({ row }) => row.name },
          { head: t('Members'), cell: ({ row }) => about(row.people), numeric: true },
          { head: t('Share of members'), cell: ({ row }) => shareOf(row), numeric: true },
        ]}
        rows={comparisons.flatMap((comparison) => comparison.rows.map((row) => ({ comparison, row })))}
      />
    </section>
  );
}

function HowMade() {
  return (
    <Notice title={t('How these numbers are made')}>
      <p>
        {t(
          'Counts are rounded to the nearest 5, and nothing is shown about fewer than 23 people. Numbers are taken once a quarter, and change only when at least ten people have come or gone, so that nobody can be found by comparing one quarter with the next. A ratio of 1 means the same share as in the population; the interval says how far so few people can tell.',
        )}
      </p>
      <p>
        {t('Those who answered may differ from those who did not. A difference shows that something is so, not why.')}
      </p>
      <p class="buttons">
        <ButtonLink href="/insight/reflection.csv" kind="secondary">
          {t('Download every release (CSV)')}
        </ButtonLink>{' '}
        <ButtonLink href="/insight/law" kind="secondary">
          {t('The law, country by country')}
        </ButtonLink>
      </p>
    </Notice>
  );
}
