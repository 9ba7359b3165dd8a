import { countryChoices } from '#kernel/countries.ts';
import { formatMoment } from '#kernel/format.ts';
import type { Form } from '#kernel/forms.ts';
import {
  Button,
  ButtonLink,
  DataTable,
  ErrorSummary,
  Notice,
  PageHead,
  PostForm,
  SelectField,
} from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { DryRun, Newcomer } from '../dry-run.ts';
import { FIELDS, type Field } from '../fields.ts';
import { type Import, MOST_LEFT_OUT } from '../imports.ts';
import { howFar } from './members.tsx';
import { Problems } from './problems.tsx';

const SHOWN = 10;

type Props = {
  one: Import;
  run: DryRun | null;
  /** The forms of the page: what the columns hold, and whom to leave out. */
  fields: Form;
  start: Form;
};

/** One sheet: what its columns hold, what would happen, and then how far it has come. */
export function ImportPage({ one, run, fields, start }: Props) {
  const at = `/steward/members/imports/${one.id}`;
  return (
    <>
      <div class="reading">
        <ErrorSummary form={{ typed: {}, errors: { ...fields.errors, ...start.errors } }} />
        <PageHead
          title={one.fileName}
          lede={howFar(one)}
          above={<a href="/steward/members">{t('Members as a list')}</a>}
        >
          <p class="small">
            {t('Sent on {date} by {uploadedBy}', { date: formatMoment(one.uploadedAt), uploadedBy: one.uploadedBy })}
          </p>
        </PageHead>
        {one.startedAt ? <Running one={one} at={at} /> : <Columns one={one} form={fields} at={at} />}
      </div>
      {run && <WhatWouldHappen run={run} form={start} at={at} />}
      {!one.startedAt && (
        <PostForm action={at} method="delete">
          <Button kind="secondary">{t('Throw this sheet away')}</Button>
        </PostForm>
      )}
    </>
  );
}

function Running({ one, at }: { one: Import; at: string }) {
  return (
    <div>
      <progress value={one.rowsInAll - one.waiting} max={one.rowsInAll} aria-label={t('How far it has come')} />
      {one.waiting > 0 && (
        <ButtonLink href={at} kind="secondary">
          {t('Look again')}
        </ButtonLink>
      )}
    </div>
  );
}

function Columns({ one, form, at }: { one: Import; form: Form; at: string }) {
  const choices = one.columns.map((label, i) => ({ value: String(i), label }));
  return (
    <section aria-labelledby="columns">
      <h2 id="columns">{t('What the columns hold')}</h2>
      <p>{t('We have guessed from the headings. Change what is wrong.')}</p>
      <PostForm action={`${at}/fields`} method="put">
        {FIELDS.map((field) => (
          <SelectField
            form={form}
            name={field}
            label={labelOf(field)}
            optional={field !== 'email'}
            empty={t('None of them')}
            choices={choices}
          />
        ))}
        <SelectField
          form={form}
          name="otherwise"
          label={t('The country of rows that name none')}
          optional
          empty={t('Leave it open')}
          choices={countryChoices()}
        />
        <Button kind="secondary">{t('Show me what would happen')}</Button>
      </PostForm>
    </section>
  );
}

function labelOf(field: Field): string {
  if (field === 'email') return t('E-mail address');
  if (field === 'name') return t('Name');
  if (field === 'firstName') return t('First name, where name and family name are apart');
  if (field === 'lastName') return t('Family name');
  return field === 'headline' ? t('What they do') : t('Country');
}

function WhatWouldHappen({ run, form, at }: { run: DryRun; form: Form; at: string }) {
  const { ready, already, known, problems } = run;
  return (
    <section aria-labelledby="happens">
      <h2 id="happens">{t('What would happen')}</h2>
      <div class="reading">
        <p>
          {t(
            '{ready, plural, =0 {Nobody} one {One person} other {# people}} would be brought in{known, plural, =0 {} one {, one of whom is known here without being a member} other {, # of whom are known here without being members}}. {already, plural, =0 {Nobody in the sheet is a member already.} one {One is a member already and stays as they are.} other {# are members already and stay as they are.}} {problems, plural, =0 {Nothing is wrong.} one {In one row something is wrong.} other {In # rows something is wrong.}} Nothing has happened yet.',
            { ready: ready.length, known, already: already.length, problems: problems.length },
          )}
        </p>
      </div>
      {ready.length > 0 && <First ready={ready} />}
      {problems.length > MOST_LEFT_OUT ? (
        <Notice tone="bracken">
          <p>
            {t('With so many rows to look at it is easier to mend the sheet, throw this one away, and send it again.')}
          </p>
        </Notice>
      ) : null}
      <PostForm action={`${at}/start`} method="put">
        {problems.length > 0 && <Problems problems={problems} form={form} tick={problems.length <= MOST_LEFT_OUT} />}
        {ready.length > 0 && problems.length <= MOST_LEFT_OUT && (
          <Button>
            {t('Bring in {ready, plural, one {one person} other {# people}}, and write to them', {
              ready: ready.length,
            })}
          </Button>
        )}
      </PostForm>
    </section>
  );
}

function First({ ready }: { ready: Newcomer[] }) {
  return (
    <DataTable
      stack
      caption={t('The first {count, plural, one {person} other {# people}}, as they would be brought in', {
        count: Math.min(SHOWN, ready.length),
      })}
      columns={[
        { head: t('Row'), numeric: true, cell: ({ number }: Newcomer) => String(number) },
        { head: t('Name'), cell: ({ name }) => <code>{name}</code> },
        { head: t('E-mail address'), cell: ({ email }) => <code>{email}</code> },
        { head: t('What they do'), cell: ({ headline }) => (headline ? <code>{headline}</code> : '') },
      ]}
      rows={ready.slice(0, SHOWN)}
    />
  );
}
