import type { terms } from '#features/reference/index.ts';
import { COUNTRIES, countryName } from '#kernel/countries.ts';
import { formatNumber } from '#kernel/format.ts';
import { ButtonLink, DataTable, Empty, Notice, PageHead } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { Kind, Range, Variety } from '../range.ts';
import { about, kindName, quarterName } from '../words.ts';
import { InsightNav } from './nav.tsx';
import { OverTime, Path } from './range-over-time.tsx';

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
          <Counts range={range} vocabulary={vocabulary} />
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

function Counts({ range: { counts }, vocabulary }: { range: Range; vocabulary: terms.Vocabulary }) {
  const tables = [
    {
      kind: 'sector',
      title: t('Where members work'),
      caption: t('Members by sector, to the nearest 5'),
      head: t('Sector'),
    },
    {
      kind: 'background',
      title: t('Their backgrounds'),
      caption: t('Members by background, to the nearest 5'),
      head: t('Background'),
    },
    {
      kind: 'country',
      title: t('Their countries'),
      caption: t('Members by country, to the nearest 5'),
      head: t('Country'),
    },
  ] as const;
  return (
    <div class="insight-pair">
      {tables.map(({ kind, title, caption, head }) => (
        <section aria-labelledby={`by-${kind}`}>
          <h2 id={`by-${kind}`}>{title}</h2>
          <DataTable
            caption={caption}
            columns={[
              { head, cell: ({ key }) => (kind === 'country' ? nameOfCountry(key) : vocabulary.name(kind, key)) },
              { head: t('Members'), cell: ({ people }) => about(people), numeric: true },
            ]}
            rows={counts.filter((row) => row.kind === kind)}
          />
        </section>
      ))}
    </div>
  );
}

function nameOfCountry(key: string): string {
  const country = COUNTRIES.find((one) => one === key);
  return country ? countryName(country) : key;
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
