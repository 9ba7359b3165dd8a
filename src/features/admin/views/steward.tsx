import { ROLES, type Role } from '#kernel/actor.ts';
import { countryChoices, countryName } from '#kernel/countries.ts';
import { formatMoment } from '#kernel/format.ts';
import type { Form } from '#kernel/forms.ts';
import type { DeadLetter } from '#kernel/jobs.ts';
import type { Settings } from '#kernel/settings.ts';
import {
  Button,
  DataTable,
  Empty,
  ErrorSummary,
  PageHead,
  PostForm,
  SelectField,
  Tag,
  TextField,
} from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { Holder, steps as stepsOf } from '../community.ts';
import { Advice } from './advice.tsx';
import { Evidence, Keeping } from './keeping.tsx';
import { Rooms } from './rooms.tsx';

type Steps = Awaited<ReturnType<typeof stepsOf>>;
export type Forms = Record<'settings' | 'keeping' | 'advice' | 'evidence' | 'rooms' | 'roles', Form>;
type Props = { community: Settings; steps: Steps; forms: Forms; holders: Holder[]; deadLetters: DeadLetter[] };

/** What a steward looks after, on one page. */
export function StewardPage({ community, steps, forms, holders, deadLetters }: Props) {
  const { settings, roles } = forms;
  return (
    <div class="reading">
      <ErrorSummary
        form={{ typed: {}, errors: Object.assign({}, ...Object.values(forms).map(({ errors }) => errors)) }}
      />
      <PageHead title={t('Looking after the community')}>
        <nav class="page-nav" aria-label={t('On this page')}>
          <a href="#settings">{t('Settings')}</a>
          <a href="#rooms">{t('Rooms')}</a>
          <a href="#roles">{t('Who does what')}</a>
          <a href="#keeping">{t('How long things are kept')}</a>
          <a href="#advice">{t('Improvement, audit or research?')}</a>
          <a href="#evidence">{t('How claims are graded')}</a>
          <a href="#words">{t('Words to choose from')}</a>
          <a href="#jobs">{t('Jobs that failed for good')}</a>
        </nav>
      </PageHead>
      <FirstSteps steps={steps} />
      <Desks />
      <section id="settings">
        <h2>{t('Settings')}</h2>
        <PostForm action="/steward/settings" method="put">
          <TextField form={settings} name="name" label={t('Name of the community')} />
          <TextField form={settings} name="strapline" label={t('One line about it')} optional />
          <TextField
            form={settings}
            name="assessments"
            label={t('How many assessors read each application?')}
            width="narrow"
            inputmode="numeric"
          />
          <TextField
            form={settings}
            name="promiseDays"
            label={t('Within how many days do applicants hear from you?')}
            width="narrow"
            inputmode="numeric"
          />
          <Button>{t('Save the settings')}</Button>
        </PostForm>
        <p>
          <a href="/steward/criteria">{t('What we ask of applicants')}</a>
        </p>
      </section>
      <Rooms community={community} form={forms.rooms} />
      <section id="roles">
        <h2>{t('Who does what')}</h2>
        <DataTable
          stack
          caption={t('{count, plural, one {One role is held} other {# roles are held}}', { count: holders.length })}
          rows={holders}
          columns={[
            { head: t('Name'), cell: ({ name }) => name },
            {
              head: t('Role'),
              cell: ({ role, country }) => [roleName(role), country && countryName(country)].filter(Boolean).join(', '),
            },
            {
              head: t('Take back'),
              cell: ({ personId, role, country, name }) => (
                <PostForm action={`/steward/roles/${personId}/${role}/${country ?? 'all'}`} method="delete">
                  <Button kind="secondary">
                    {t('Take back')}
                    <span class="visually-hidden"> {t('{role} of {name}', { role: roleName(role), name })}</span>
                  </Button>
                </PostForm>
              ),
            },
          ]}
        />
        <h3>{t('Give somebody a role')}</h3>
        <PostForm action="/steward/roles">
          <TextField form={roles} name="email" type="email" label={t('Their e-mail address')} />
          <SelectField
            form={roles}
            name="role"
            label={t('Role')}
            empty={t('Choose a role')}
            choices={ROLES.filter((role) => role !== 'member').map((value) => ({ value, label: roleName(value) }))}
          />
          <SelectField
            form={roles}
            name="country"
            label={t('Country, for an assessor')}
            empty={t('None')}
            choices={countryChoices()}
          />
          <Button kind="secondary">{t('Give the role')}</Button>
        </PostForm>
      </section>
      <Keeping form={forms.keeping} />
      <Advice form={forms.advice} />
      <Evidence form={forms.evidence} />
      <section id="words">
        <h2>{t('Words to choose from')}</h2>
        <p>
          {t('Sectors, backgrounds, topics, skills and languages are yours to word.')}{' '}
          <a href="/vocabulary/sector">{t('Edit the words')}</a>
        </p>
      </section>
      <section id="jobs">
        <h2>{t('Jobs that failed for good')}</h2>
        {deadLetters.length === 0 ? (
          <Empty>
            <p>{t('None. Letters go out and grades are kept up to date.')}</p>
          </Empty>
        ) : (
          <DataTable
            stack
            caption={t('{count, plural, one {One job} other {# jobs}}', { count: deadLetters.length })}
            rows={deadLetters}
            columns={[
              { head: t('Job'), cell: ({ name }) => <code>{name}</code> },
              { head: t('Since'), cell: ({ created_at }) => formatMoment(created_at) },
              { head: t('Why'), cell: ({ reason }) => <code>{reason}</code> },
              {
                head: t('Again'),
                cell: ({ id }) => (
                  <PostForm action={`/steward/jobs/${id}`} method="put">
                    <Button kind="secondary">{t('Try again')}</Button>
                  </PostForm>
                ),
              },
            ]}
          />
        )}
      </section>
    </div>
  );
}

function FirstSteps({ steps }: { steps: Steps }) {
  if (Object.values(steps).every(Boolean)) return null;
  const list: [done: boolean, href: string, label: string][] = [
    [steps.compact, '/pages/compact/edit', t('Make the compact your own: what members may expect of each other')],
    [steps.assessors, '#roles', t('Find two assessors for a country')],
    [steps.invited, '/membership/invitations', t('Invite the first members')],
    [steps.shared, '/work/new', t('Share the first piece of work')],
    [steps.opened, '#rooms', t('Open a room when you are ready for it: the landscape, or the cases')],
  ];
  return (
    <section class="card">
      <h2>{t('Five first steps')}</h2>
      <ol>
        {list.map(([done, href, label]) => (
          <li>
            <a href={href}>{label}</a> {done && <Tag tone="moss">{t('done')}</Tag>}
          </li>
        ))}
      </ol>
    </section>
  );
}

function roleName(role: Role): string {
  const names: Record<Role, () => string> = {
    member: () => t('Member'),
    assessor: () => t('Assessor'),
    editor: () => t('Editor'),
    moderator: () => t('Moderator'),
    'data-lead': () => t('Data lead'),
    steward: () => t('Steward'),
  };
  return names[role]();
}

/** What is looked after on pages of its own. */
function Desks() {
  return (
    <ul>
      <li>
        <a href="/steward/campaigns">{t('Campaigns')}</a>: {t('reach people who are missing')}
      </li>
      <li>
        <a href="/steward/members">{t('Members as a list')}</a>: {t('bring people in from elsewhere, or download')}
      </li>
      <li>
        <a href="/steward/admissions">{t('How applications are read')}</a>:{' '}
        {t('agreement, outcomes, and joining over time')}
      </li>
    </ul>
  );
}
