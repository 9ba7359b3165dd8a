import { countryChoices } from '#kernel/countries.ts';
import { formatMonth } from '#kernel/format.ts';
import type { Form } from '#kernel/forms.ts';
import { Button, DataTable, ErrorSummary, PageHead, PostForm, SelectField, typedOne } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import { stateChoices, stateName } from '../../states.ts';
import { FIELD_NAMES, fieldLabel } from '../fields.ts';
import type { Import } from '../imports.ts';
import type { Trial } from '../trial.ts';
import { LeftOutTable } from './left-out.tsx';

const SHOWN = 8;

/** Which column is what, and what would come of it. Looking saves nothing: the choices stand in the address. */
export function Mapper({
  imported,
  form,
  trial,
  ready,
}: {
  imported: Import;
  form: Form;
  trial: Trial;
  ready: boolean;
}) {
  const path = `/work/import/${imported.short}`;
  const headings = imported.sheet?.[0]?.cells ?? [];
  const example = imported.sheet?.[1]?.cells ?? [];
  const columns = headings.map((heading, i) => ({ value: String(i), label: columnName(heading, example[i] ?? '', i) }));
  const names = [...FIELD_NAMES, 'otherCountry', 'otherState'];
  return (
    <div>
      <ErrorSummary form={form} />
      <PageHead
        title={t('Which column is what?')}
        above={<a href="/work/import">{t('Work from a sheet')}</a>}
        lede={t('We guessed by the headings. Change what is wrong, then look again: nothing is made until you say so.')}
      />
      <form method="get" action={path} class="import-mapper">
        {FIELD_NAMES.map((name) => (
          <SelectField
            form={form}
            name={name}
            label={fieldLabel(name)}
            empty={t('Not in the sheet')}
            choices={columns}
            optional={name !== 'title'}
          />
        ))}
        <SelectField
          form={form}
          name="otherCountry"
          label={t('Country, where the sheet does not say')}
          empty={t('Leave such rows out')}
          choices={countryChoices()}
        />
        <SelectField
          form={form}
          name="otherState"
          label={t('How far, where the sheet does not say')}
          choices={stateChoices().map(({ value, label }) => ({ value, label }))}
        />
        <p class="import-mapper-act">
          <Button kind="secondary">{t('Look again')}</Button>
        </p>
      </form>
      <h2>{t('What would come of it')}</h2>
      <p>
        {t(
          '{works, plural, =0 {No row} one {One row} other {# rows}} would become work, private to {owner}. {out, plural, =0 {None is left out.} one {One is left out: the list says why.} other {# are left out: the list says why.}}',
          { works: trial.works.length, owner: imported.ownerName, out: trial.leftOut.length },
        )}
      </p>
      {trial.works.length > 0 && (
        <DataTable
          stack
          caption={t('The first of them')}
          rows={trial.works.slice(0, SHOWN)}
          columns={[
            { head: t('Line'), numeric: true, cell: ({ line }) => String(line) },
            { head: t('Title'), cell: ({ given }) => given.title },
            { head: t('The aim'), cell: ({ given }) => given.aim.slice(0, 120) },
            { head: t('How far'), cell: ({ given }) => stateName(given.state) },
            { head: t('Organisation'), cell: ({ given }) => given.organisation ?? '' },
            { head: t('Began'), cell: ({ given }) => (given.startedOn ? formatMonth(given.startedOn) : '') },
          ]}
        />
      )}
      <LeftOutTable leftOut={trial.leftOut} />
      {(trial.works.length > 0 || !ready) && (
        <PostForm action={path} method="put">
          {names.map((name) => (
            <input type="hidden" name={name} value={typedOne(form, name)} />
          ))}
          <Button>
            {t('{works, plural, =0 {Make them} one {Make this piece of work} other {Make these # pieces of work}}', {
              works: trial.works.length,
            })}
          </Button>
        </PostForm>
      )}
      <PostForm action={path} method="delete">
        <Button kind="secondary">{t('Forget this sheet')}</Button>
      </PostForm>
    </div>
  );
}

function columnName(heading: string, example: string, i: number): string {
  const name = heading === '' ? t('Column {n}', { n: String(i + 1) }) : heading.slice(0, 60);
  return example === '' ? name : t('{name} (such as “{example}”)', { name, example: example.slice(0, 30) });
}
