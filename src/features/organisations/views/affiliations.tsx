import type { people } from '#features/people/index.ts';
import type { terms } from '#features/reference/index.ts';
import { countryChoices } from '#kernel/countries.ts';
import { formatMonth } from '#kernel/format.ts';
import type { Form } from '#kernel/forms.ts';
import { Button, ErrorSummary, Notice, PageHead, PostForm, SelectField, TextField } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { Affiliation } from '../affiliations.ts';
import type { Organisation } from '../organisations.ts';

/** Where a person works and worked, on their profile. */
export function AffiliationsPanel({ affiliations }: { affiliations: Affiliation[] }) {
  return (
    <section>
      <h2>{t('Works with')}</h2>
      <ul class="plain-list">
        {affiliations.map((one) => (
          <li>
            <a href={`/organisations/${one.address}`}>{one.organisation}</a>
            {(one.title || one.since || one.until) && (
              <>
                <br />
                <span class="small">{[one.title, whenOf(one)].filter(Boolean).join(', ')}</span>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** "since April 2021", "until May 2024", "April 2021 to May 2024". */
export function whenOf({ since, until }: Pick<Affiliation, 'since' | 'until'>): string {
  if (since && until) return t('{since} to {until}', { since: formatMonth(since), until: formatMonth(until) });
  if (since) return t('since {since}', { since: formatMonth(since) });
  return until ? t('until {until}', { until: formatMonth(until) }) : '';
}

type Props = {
  person: people.Person;
  affiliations: Affiliation[];
  vocabulary: terms.Vocabulary;
  form: Form;
  /** Organisations of nearly that name. */
  nearly: Organisation[];
};

/** A person's own page about where they work and worked. */
export function AffiliationsPage({ person, affiliations, vocabulary, form, nearly }: Props) {
  const base = `/people/${person.address}/affiliations`;
  return (
    <div class="reading">
      <ErrorSummary form={form} />
      <PageHead
        title={t('Where you work, and worked')}
        above={<a href={`/people/${person.address}/edit`}>{t('Your profile')}</a>}
        lede={t('People move, and what they did stays. Say until when rather than taking a place away.')}
      />
      {affiliations.length > 0 && (
        <ul class="profile-parts">
          {affiliations.map((one) => (
            <li>
              <h2>{one.organisation}</h2>
              <p class="small">{[one.title, whenOf(one)].filter(Boolean).join(', ')}</p>
              <a href={`${base}/${one.id}`}>
                {t('Change')}
                <span class="visually-hidden"> {one.organisation}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
      <h2>{t('Add a place')}</h2>
      <PostForm action={base}>
        <TextField
          form={form}
          name="name"
          label={t('Name of the organisation')}
          hint={t('In full, as people there would say it.')}
          autocomplete="organization"
        />
        {nearly.length > 0 && (
          <Notice title={t('Did you mean one of these?')}>
            <div class="buttons">
              {nearly.map(({ name }) => (
                <Button kind="secondary" name="mean" value={name}>
                  {name}
                </Button>
              ))}
            </div>
            <p>{t('If not, press “Add it as new” below.')}</p>
          </Notice>
        )}
        <SelectField form={form} name="country" label={t('Country')} choices={countryChoices()} />
        <SelectField
          form={form}
          name="sector"
          label={t('Sector')}
          hint={t('Only needed if nobody here has named the organisation before.')}
          choices={vocabulary.choices('sector')}
        />
        <Dates form={form} />
        {nearly.length > 0 ? (
          <Button name="new" value="yes">
            {t('Add it as new')}
          </Button>
        ) : (
          <Button>{t('Add')}</Button>
        )}
      </PostForm>
    </div>
  );
}

/** One of them: when, as what, or never. */
export function AffiliationPage({ person, one, form }: { person: people.Person; one: Affiliation; form: Form }) {
  const base = `/people/${person.address}/affiliations`;
  return (
    <div class="reading">
      <ErrorSummary form={form} />
      <PageHead title={one.organisation} above={<a href={base}>{t('Where you work, and worked')}</a>} />
      <PostForm action={`${base}/${one.id}`} method="put">
        <Dates form={form} />
        <Button>{t('Save')}</Button>
      </PostForm>
      <PostForm action={`${base}/${one.id}`} method="delete">
        <Button kind="warning">{t('Take it away')}</Button>
      </PostForm>
    </div>
  );
}

function Dates({ form }: { form: Form }) {
  return (
    <>
      <TextField form={form} name="title" label={t('What you do or did there')} optional />
      <TextField form={form} name="since" type="date" label={t('Since')} width="medium" optional />
      <TextField
        form={form}
        name="until"
        type="date"
        label={t('Until')}
        hint={t('Leave it empty if you are still there.')}
        width="medium"
        optional
      />
    </>
  );
}
