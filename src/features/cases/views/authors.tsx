import type { Form } from '#kernel/forms.ts';
import { Button, ErrorSummary, PageHead, PostForm, TextField } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { Author, Invitation, Invitee } from '../authors.ts';
import type { Case } from '../cases.ts';

/** For the authors: who writes it, who was asked, whom else to ask, and the way out. */
export function AuthorsPage({
  given,
  authors,
  invitees,
  form,
}: {
  given: Case;
  authors: Author[];
  invitees: Invitee[];
  form: Form;
}) {
  const base = `/cases/${given.address}`;
  return (
    <div class="reading">
      <ErrorSummary form={form} />
      <PageHead
        title={t('Who writes it')}
        above={<a href={`${base}/preview`}>{given.title}</a>}
        lede={t('Each author can change the draft and publish it. Their names stand on what is published.')}
      />
      <ul>
        {authors.map(({ name }) => (
          <li>{name}</li>
        ))}
      </ul>
      {invitees.length > 0 && (
        <>
          <h2>{t('Not answered yet')}</h2>
          <ul>
            {invitees.map(({ id, named }) => (
              <li>
                {named}
                <PostForm action={`${base}/authors/${id}`} method="delete">
                  <button class="plain-button" type="submit">
                    {t('Take {name} off', { name: named })}
                  </button>
                </PostForm>
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>{t('Ask somebody to write it with you')}</h2>
      <PostForm action={`${base}/authors`}>
        <TextField
          form={form}
          name="named"
          label={t('Their name or e-mail address')}
          hint={t('The name as it stands in the directory. They get a letter, and see the draft once they say yes.')}
        />
        <Button>{t('Ask them')}</Button>
      </PostForm>
      {authors.length > 1 && (
        <>
          <h2>{t('Leave')}</h2>
          <p>{t('The others keep the case. What was published with your name stays as it was published.')}</p>
          <PostForm action={`${base}/authors/me`} method="delete">
            <Button kind="secondary">{t('Stop being an author')}</Button>
          </PostForm>
        </>
      )}
    </div>
  );
}

/** For whoever was asked. */
export function InvitationPage({ invitation }: { invitation: Invitation }) {
  const action = `/cases/${invitation.address}/authors/me`;
  return (
    <div class="reading">
      <PageHead
        title={t('Will you write this case together?')}
        lede={t('{inviter} asks you to be an author of “{title}”.', invitation)}
      />
      <p>{t('You will see the draft, change it as you like, and your name will stand on what is published.')}</p>
      <PostForm action={action} method="put">
        <Button>{t('Yes, I will')}</Button>
      </PostForm>
      <PostForm action={action} method="delete">
        <Button kind="secondary">{t('No, thank you')}</Button>
      </PostForm>
    </div>
  );
}
