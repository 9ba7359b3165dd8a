import { countryChoices } from '#kernel/countries.ts';
import type { Form } from '#kernel/forms.ts';
import { isOpen } from '#kernel/rooms.ts';
import type { Settings } from '#kernel/settings.ts';
import {
  Button,
  ErrorSummary,
  Notice,
  PageHead,
  PostForm,
  Radios,
  SelectField,
  TextField,
  typedOne,
} from '#kernel/ui/index.ts';
import { rich, t } from '#kernel/words.ts';
import type { Application } from '../applications.ts';
import { pathwayChoices } from '../words.ts';
import { YourApplication } from './your-application.tsx';

export function StartForm({ form, community, own }: { form: Form; community: Settings; own: Application | null }) {
  return (
    <div class="reading">
      <ErrorSummary form={form} />
      <PageHead
        title={t('Start your application')}
        lede={t(
          'Four short things first. Then a link to your application comes by e-mail, so that you can stop and come back.',
        )}
      />
      {own && <YourApplication own={own} />}
      {!isOpen(community, 'joining') && (
        <Notice>
          <p>
            <strong>{t('We are not taking new applications now.')}</strong> {community['rooms.joining-sentence']}
          </p>
          <p>{t('If you have begun one, fill this in with the same address: the link to it comes by e-mail.')}</p>
        </Notice>
      )}
      <PostForm action="/join/applications">
        <TextField form={form} name="name" label={t('Your name')} autocomplete="name" />
        <TextField
          form={form}
          name="email"
          type="email"
          label={t('Your e-mail address')}
          hint={t('Work or private, as you like. We write to it about this application and nothing else.')}
          autocomplete="email"
        />
        <SelectField
          form={form}
          name="country"
          label={t('Where do you do most of this?')}
          hint={t('People from that country will read your application.')}
          empty={t('Choose a country')}
          choices={countryChoices()}
        />
        <Radios
          form={form}
          name="pathway"
          label={t('What fits you best?')}
          hint={t('It changes how we word the questions, and nothing else.')}
          choices={pathwayChoices()}
        />
        <Trap form={form} />
        <Button>{t('Send me the link')}</Button>
        <p class="small">
          {rich('We keep what you write only to read your application. <a>How we treat what you tell us</a>', {
            a: (text) => <a href="/pages/privacy">{text}</a>,
          })}
        </p>
      </PostForm>
    </div>
  );
}

/** A field that only programs fill in, and when the form was opened, signed. */
function Trap({ form }: { form: Form }) {
  return (
    <>
      <div class="honeypot" aria-hidden="true">
        <label for="field-leave-empty">{t('Leave this empty')}</label>
        <input id="field-leave-empty" name="leave-empty" type="text" tabindex={-1} autocomplete="off" />
      </div>
      <input type="hidden" name="begun" value={typedOne(form, 'begun')} />
    </>
  );
}
