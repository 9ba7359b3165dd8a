import type { Form } from '#kernel/forms.ts';
import {
  Button,
  ButtonLink,
  Checkboxes,
  ErrorSummary,
  Notice,
  PageHead,
  PostForm,
  TextField,
} from '#kernel/ui/index.ts';
import { rich, t } from '#kernel/words.ts';
import type { Invitation } from '../invitations.ts';
import { StartFields } from './start-fields.tsx';

type Props = { invitation: Invitation; token: string; form: Form; community: string; taking: boolean };

/** What the link of an invitation opens: the note, and three answers of the same weight. */
export function InvitedPage({ invitation, token, form, community, taking }: Props) {
  const { invitedBy, note, name, postponed, accepted } = invitation;
  const to = `/join/invited/${token}`;
  return (
    <div class="reading">
      <ErrorSummary form={form} />
      <PageHead
        title={t('{invitedBy} invites you to {community}', { invitedBy, community })}
        lede={t('Hello {name}. This is what they wrote to you:', { name })}
      />
      <blockquote>
        <p class="application-text">{note}</p>
      </blockquote>
      <p>
        {rich(
          'Here people who make health and care better find each other, show what changed, and learn from what did not. <work>See what they do</work>, or read <join>what we ask of members</join>. Reading is open to everybody.',
          {
            work: (text) => <a href="/work">{text}</a>,
            join: (text) => <a href="/join">{text}</a>,
          },
        )}
      </p>
      {accepted ? (
        <Accepted form={form} to={to} invitedBy={invitedBy} />
      ) : (
        <section aria-labelledby="yes">
          <h2 id="yes">{t('Yes, I would like to apply')}</h2>
          {taking ? (
            <p>{t('Three short things, and your application opens. You can stop and come back at any time.')}</p>
          ) : (
            <Notice>
              <p>{t('We are not taking new applications now. Say yes later: this link works for 90 days.')}</p>
            </Notice>
          )}
          {taking && (
            <PostForm action={`${to}/acceptance`} method="put">
              <TextField form={form} name="name" label={t('Your name')} autocomplete="name" />
              <StartFields form={form} />
              <Tell form={form} invitedBy={invitedBy} />
              <Button>{t('Start my application')}</Button>
            </PostForm>
          )}
        </section>
      )}
      <section aria-labelledby="no">
        <h2 id="no">{t('Not now, or not at all')}</h2>
        {postponed ? (
          <p>{t('You said: not now. No member’s invitation will reach you for half a year.')}</p>
        ) : (
          <PostForm action={`${to}/postponement`} method="put">
            <p>{t('Not now: no invitation will reach you for half a year. {invitedBy} is not told.', { invitedBy })}</p>
            <Button kind="secondary">{t('Not now')}</Button>
          </PostForm>
        )}
        <PostForm action={`${to}/refusal`} method="put">
          <p>
            {t(
              'Never again: nobody here can invite you any more. We forget your address, and keep only a sealed mark that lets us recognise it and tells us nothing else. {invitedBy} is not told.',
              { invitedBy },
            )}
          </p>
          <Button kind="secondary">{t('Never invite me again')}</Button>
        </PostForm>
      </section>
    </div>
  );
}

function Accepted({ form, to, invitedBy }: { form: Form; to: string; invitedBy: string }) {
  return (
    <section aria-labelledby="yes">
      <h2 id="yes">{t('You said yes')}</h2>
      <p>{t('The link to your application is in the letter that we sent you.')}</p>
      <PostForm action={`${to}/permissions`} method="put">
        <Tell form={form} invitedBy={invitedBy} />
        <Button kind="secondary">{t('Save what you let us pass on')}</Button>
      </PostForm>
    </section>
  );
}

function Tell({ form, invitedBy }: { form: Form; invitedBy: string }) {
  return (
    <Checkboxes
      form={form}
      name="tell"
      label={t('May we tell {invitedBy}?', { invitedBy })}
      hint={t('Only what you tick. You can change it until it has happened.')}
      optional
      choices={[
        { value: 'applied', label: t('That I have applied') },
        { value: 'joined', label: t('That I have joined') },
      ]}
    />
  );
}

export function RefusedPage() {
  return (
    <div class="reading">
      <PageHead
        title={t('Nobody will invite you again')}
        lede={t('We have forgotten your address. Should you ever change your mind, you are welcome to apply yourself.')}
      />
      <ButtonLink href="/" kind="secondary">
        {t('To the home page')}
      </ButtonLink>
    </div>
  );
}

export function InvitationGone() {
  return (
    <div class="reading">
      <PageHead
        title={t('This invitation has run out')}
        lede={t('It was answered for good, or it is older than 90 days. You need no invitation to apply.')}
      />
      <ButtonLink href="/join">{t('How to join')}</ButtonLink>
    </div>
  );
}
