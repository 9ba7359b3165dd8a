import { formatDate } from '#kernel/format.ts';
import type { Form } from '#kernel/forms.ts';
import { Button, DataTable, Empty, ErrorSummary, PageHead, PostForm, TextArea, TextField } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { Invitation } from '../founding.ts';

export function InvitationsPage({ invitations, form }: { invitations: Invitation[]; form: Form }) {
  return (
    <>
      <div class="reading">
        <ErrorSummary form={form} />
        <PageHead
          title={t('Founding members')}
          lede={t(
            'A new community has nobody to read applications. Invite the first people yourself; it is recorded as a founding admission, with your reason.',
          )}
        />
        <PostForm action="/membership/invitations">
          <TextField form={form} name="name" label={t('Name')} autocomplete="off" />
          <TextField form={form} name="email" type="email" label={t('E-mail address')} autocomplete="off" />
          <TextArea
            form={form}
            name="reason"
            label={t('Why them?')}
            hint={t('They read this in their letter.')}
            rows={3}
          />
          <Button>{t('Send the invitation')}</Button>
        </PostForm>
      </div>
      <h2>{t('Invited so far')}</h2>
      {invitations.length === 0 ? (
        <Empty>
          <p>{t('Nobody yet. Three to five people who know each other’s work are a good beginning.')}</p>
        </Empty>
      ) : (
        <DataTable
          stack
          caption={t('{count, plural, one {# invitation} other {# invitations}}', { count: invitations.length })}
          columns={[
            {
              head: t('Who'),
              cell: ({ name, email }: Invitation) => (
                <>
                  {name || t('Anonymous')} <span class="small second-line">{email}</span>
                </>
              ),
            },
            {
              head: t('Invited'),
              cell: ({ invitedAt, invitedBy }) =>
                t('{date} by {invitedBy}', { date: formatDate(invitedAt), invitedBy }),
            },
            { head: t('Why'), cell: ({ reason }) => reason },
            { head: t('Answer'), cell: (invitation) => <Answer invitation={invitation} /> },
          ]}
          rows={invitations}
        />
      )}
    </>
  );
}

function Answer({ invitation }: { invitation: Invitation }) {
  const { acceptedAt, withdrawnAt, id } = invitation;
  if (acceptedAt) return <>{t('Accepted on {date}', { date: formatDate(acceptedAt) })}</>;
  if (withdrawnAt) return <>{t('Taken back on {date}', { date: formatDate(withdrawnAt) })}</>;
  return (
    <PostForm action={`/membership/invitations/${id}`} method="delete">
      <Button kind="secondary">{t('Take back')}</Button>
    </PostForm>
  );
}
