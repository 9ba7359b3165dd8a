import type { Form } from '#kernel/forms.ts';
import { Button, ErrorSummary, PageHead, PostForm, Radios, TextArea, TextField } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { Person } from '../people.ts';

export function ProfileForm({ person, form }: { person: Person; form: Form }) {
  return (
    <div class="reading">
      <ErrorSummary form={form} />
      <PageHead
        title={t('Your profile')}
        lede={t('Say only what you like. Others use it to find somebody who can help.')}
      />
      <PostForm action={`/people/${person.address}`} method="put">
        <TextField form={form} name="name" label={t('Name')} autocomplete="name" />
        <TextField
          form={form}
          name="headline"
          label={t('In one line')}
          hint={t('For example: ward manager who gets people home before lunch')}
          optional
        />
        <TextArea form={form} name="about" label={t('About you')} optional />
        <TextField form={form} name="place" label={t('Town or area')} width="medium" optional />
        <TextArea form={form} name="canHelp" label={t('What I can help with')} rows={3} optional />
        <TextArea form={form} name="lookingFor" label={t('What I am looking for')} rows={3} optional />
        <Radios
          form={form}
          name="visibility"
          label={t('Who may see your profile?')}
          choices={[
            { value: 'members', label: t('Members of this community') },
            { value: 'public', label: t('Everybody, signed in or not') },
            { value: 'private', label: t('Only me') },
          ]}
        />
        <Button>{t('Save your profile')}</Button>
      </PostForm>
    </div>
  );
}
