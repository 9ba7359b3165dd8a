import { formatDate } from '#kernel/format.ts';
import type { Form } from '#kernel/forms.ts';
import { Button, PostForm, TextField } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { Referee } from '../referees.ts';

/** Name and address of somebody who can speak to it. Never needed. */
export function SpeakerFields({ form }: { form: Form }) {
  return (
    <>
      <h2>{t('Somebody who can speak to it')}</h2>
      <p>
        {t(
          'If you like, name somebody who has seen what you did: a colleague, a neighbour, a patient, anybody. Once you send your application we ask them whether they can confirm it. They need no account, and see nothing that you wrote. If they do not answer, that changes nothing.',
        )}
      </p>
      <TextField form={form} name="speaks-name" label={t('Their name')} autocomplete="off" optional />
      <TextField
        form={form}
        name="speaks-email"
        type="email"
        label={t('Their e-mail address')}
        hint={t('Please ask them first whether you may give it to us.')}
        autocomplete="off"
        optional
      />
    </>
  );
}

/** Once it is sent: whether they have been asked, and how to name somebody else. What they said stays with the panel. */
export function Speaker({ address, referee, form }: { address: string; referee: Referee | null; form: Form }) {
  return (
    <section aria-labelledby="speaker">
      <h2 id="speaker">{t('Somebody who can speak to it')}</h2>
      <p>{referee ? standing(referee) : t('You have named nobody, and you need not.')}</p>
      {referee?.answer == null && (
        <details open={Object.keys(form.errors).length > 0}>
          <summary>{referee ? t('Name somebody else, or nobody') : t('Name somebody')}</summary>
          <PostForm action={`${address}/referee`} method="put">
            <TextField form={form} name="speaks-name" label={t('Their name')} autocomplete="off" />
            <TextField
              form={form}
              name="speaks-email"
              type="email"
              label={t('Their e-mail address')}
              hint={t('Please ask them first whether you may give it to us.')}
              autocomplete="off"
            />
            <Button kind="secondary">{t('Ask them')}</Button>
          </PostForm>
          {referee && (
            <PostForm action={`${address}/referee`} method="delete">
              <Button kind="secondary">{t('Ask nobody')}</Button>
            </PostForm>
          )}
        </details>
      )}
    </section>
  );
}

function standing({ name, askedAt, remindedAt, answer }: Referee): string {
  if (answer) return t('{name} has answered. What they said goes to those who read your application.', { name });
  if (!askedAt) return t('We ask {name} once you send your application.', { name });
  if (remindedAt)
    return t('We asked {name} on {asked} and reminded them once. If they do not answer, that changes nothing.', {
      name,
      asked: formatDate(askedAt),
    });
  return t('We asked {name} on {asked}. If they do not answer, that changes nothing.', {
    name,
    asked: formatDate(askedAt),
  });
}
