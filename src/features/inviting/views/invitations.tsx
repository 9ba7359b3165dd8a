import { formatDate } from '#kernel/format.ts';
import type { Form } from '#kernel/forms.ts';
import {
  Button,
  DataTable,
  Empty,
  ErrorSummary,
  Notice,
  PageHead,
  Pagination,
  PostForm,
  TextArea,
  TextField,
} from '#kernel/ui/index.ts';
import { rich, t } from '#kernel/words.ts';
import type { Sent } from '../invitations.ts';

type Props = { form: Form; sent: Sent[]; total: number; page: number; pages: number; just: boolean };

/** A member invites, and sees what came of it as far as the invited allow. */
export function InvitationsPage({ form, sent, total, page, pages, just }: Props) {
  return (
    <>
      <div class="reading">
        <ErrorSummary form={form} />
        <PageHead
          title={t('Bring somebody in')}
          lede={t('Who would gain from being here, and whom do we miss? A line from you says more than any poster.')}
        >
          <p>
            {rich('Not sure whom? Look at <a>who is missing near you</a>.', {
              a: (text) => <a href="/invitations/missing">{text}</a>,
            })}
          </p>
        </PageHead>
        {just && (
          <Notice tone="moss">
            <p>{t('Thank you. Your invitation is on its way, unless they have asked us not to write.')}</p>
          </Notice>
        )}
        <PostForm action="/invitations">
          <TextField form={form} name="name" label={t('What do you call them?')} autocomplete="off" />
          <TextField form={form} name="email" type="email" label={t('Their e-mail address')} autocomplete="off" />
          <TextArea
            form={form}
            name="note"
            label={t('Your note to them')}
            hint={t('Why you thought of them, in your own words. We add what this community is, and how to answer.')}
            rows={4}
          />
          <Button>{t('Send the invitation')}</Button>
        </PostForm>
        <details>
          <summary>{t('What they can answer, and what you will hear')}</summary>
          <p>
            {t(
              'They can say yes, not now, or never again. You hear only what they let us pass on: that they applied, or that they joined. No letter goes to somebody who has asked never to be invited, has said “not now” within half a year, or was invited within the last month; we do not say which, because that answer is theirs. Without an answer we forget their address after 90 days.',
            )}
          </p>
        </details>
      </div>
      <h2 id="sent">{t('Whom you have invited')}</h2>
      {total === 0 ? (
        <Empty>
          <p>{t('Nobody yet. One person is a good beginning.')}</p>
        </Empty>
      ) : (
        <DataTable
          stack
          caption={t('{total, plural, one {One invitation} other {# invitations}}, newest first', { total })}
          columns={[
            { head: t('Who'), cell: ({ name }: Sent) => name || t('Somebody') },
            { head: t('Sent'), cell: ({ invitedAt }) => formatDate(invitedAt) },
            { head: t('Your note'), cell: ({ note }) => note },
            { head: t('What they let you know'), cell: (one) => heard(one) },
          ]}
          rows={sent}
        />
      )}
      <Pagination page={page} pages={pages} address={(to) => `/invitations?page=${to}#sent`} />
    </>
  );
}

function heard({ appliedAt, joinedAt }: Sent): string {
  if (joinedAt) return t('Joined on {date}', { date: formatDate(joinedAt) });
  if (appliedAt) return t('Applied on {date}', { date: formatDate(appliedAt) });
  return t('Nothing so far');
}
