import type { Vocabulary } from '#features/reference/index.ts';
import { countryChoices, countryName } from '#kernel/countries.ts';
import type { Form } from '#kernel/forms.ts';
import { Button, ButtonLink, type Child, Empty, PageHead, SelectField } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { Gap } from '../gaps.ts';
import type { Area, Without } from '../missing.ts';

type Props = {
  area: Area;
  gaps: Gap[];
  without: Without[];
  form: Form;
  regions: { value: string; label: string }[];
  vocabulary: Vocabulary;
  panels: readonly Child[];
};

/** Whom a member might think of, near them: an invitation, and no target list. */
export function MissingPage({ area, gaps, without, form, regions, vocabulary, panels }: Props) {
  const where = area.region?.shortName ?? countryName(area.country);
  return (
    <>
      <PageHead
        title={t('Who is missing near you')}
        lede={leadOf(gaps, where)}
        above={<a href="/invitations">{t('Bring somebody in')}</a>}
      />
      <form class="search" method="get" action="/invitations/missing">
        <SelectField form={form} name="country" label={t('Country')} choices={countryChoices()} />
        {regions.length > 0 && (
          <SelectField form={form} name="region" label={t('Region')} empty={t('All of it')} choices={regions} />
        )}
        <Button kind="secondary">{t('Look there')}</Button>
      </form>
      {gaps.length > 0 && (
        <ul class="cards missing">
          {gaps.map((gap) => (
            <li class="card">
              <h2>{vocabulary.name('sector', gap.key)}</h2>
              <p>{sentenceOf(gap, where)}</p>
            </li>
          ))}
        </ul>
      )}
      <section class="reading" aria-labelledby="without">
        <h2 id="without">{t('Organisations in {where} where we know nobody yet', { where })}</h2>
        {without.length === 0 ? (
          <Empty>
            <p>
              {t('Every organisation in {where} that we know of has a member, or none is known here yet.', { where })}
            </p>
          </Empty>
        ) : (
          <ul>
            {without.map(({ name, address, sector }) => (
              <li>
                <a href={`/organisations/${address}`}>{name}</a>{' '}
                <span class="small">{vocabulary.name('sector', sector)}</span>
              </li>
            ))}
          </ul>
        )}
        <ButtonLink href="/invitations">{t('Invite somebody')}</ButtonLink>
        <p class="small">
          {t(
            'Counted from where members let other members see that they work. What people answer about themselves in confidence is not used here, and never to choose whom to invite.',
          )}
        </p>
      </section>
      {panels}
    </>
  );
}

function leadOf(gaps: Gap[], where: string): string {
  if (gaps.length === 0)
    return t('In {where} the sectors are spread about as they are elsewhere, as far as members say where they work.', {
      where,
    });
  return t(
    '{count, plural, one {One kind of place has} other {# kinds of places have}} fewer members in {where} than elsewhere. Do you know somebody there?',
    { count: gaps.length, where },
  );
}

function sentenceOf({ here, elsewhere, likely }: Gap, where: string) {
  return here === 0
    ? t(
        'Nobody in {where} so far. Elsewhere {elsewhere, plural, one {one member works} other {# members work}} there; spread alike, {likely, plural, one {one} other {#}} would be from {where}.',
        { where, elsewhere, likely },
      )
    : t(
        '{here, plural, one {One member} other {# members}} in {where}, {elsewhere} elsewhere; spread alike, it would be {likely}.',
        { where, here, elsewhere, likely },
      );
}
