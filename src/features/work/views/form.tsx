import { countryChoices } from '#kernel/countries.ts';
import type { Form } from '#kernel/forms.ts';
import {
  Button,
  ButtonLink,
  Checkboxes,
  type Choice,
  ErrorSummary,
  Notice,
  PageHead,
  PostForm,
  Radios,
  SelectField,
  TextArea,
  TextField,
  typedMany,
} from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { Found } from '../search.ts';
import { stateChoices } from '../states.ts';
import type { Work } from '../works.ts';
import { StateTag } from './card.tsx';
import { ModeGesture } from './mode-gesture.tsx';

/** The three-minute form; the same form edits. `alike` is other work like what was typed so far. */
export function WorkForm({
  form,
  action,
  topics,
  work,
  alike,
}: {
  form: Form;
  action: string;
  topics: Choice[];
  work?: Work;
  alike?: Found[];
}) {
  return (
    <div class="reading">
      <ErrorSummary form={form} />
      <PageHead
        title={work ? t('Edit your work') : t('Share your work')}
        lede={
          work
            ? undefined
            : t(
                'Three minutes. Only the title, the country and how far it has come are needed. It stays with you until you make it visible.',
              )
        }
      />
      <Notice>
        <p>
          {t(
            'Please leave out anything that could identify a patient: names, dates of birth, record numbers, rare events with dates.',
          )}
        </p>
      </Notice>
      {alike && <Alike works={alike} failed={Object.keys(form.errors).length > 0} />}
      <PostForm action={action} method={work ? 'put' : 'post'}>
        <TextField
          form={form}
          name="title"
          label={t('What do you call it?')}
          hint={t('For example: Home before lunch, ready for discharge by 11')}
        />
        <TextArea form={form} name="problem" label={t('What was the problem?')} rows={3} optional />
        <TextArea
          form={form}
          name="aim"
          label={t('What did you want to change, by how much, by when?')}
          rows={2}
          optional
        />
        {!work && (
          <p>
            <button class="button button-secondary" type="submit" formaction="/work/new">
              {t('Show me work like this')}
            </button>
          </p>
        )}
        <TextArea form={form} name="tried" label={t('What did you try?')} rows={4} optional />
        <Radios form={form} name="state" label={t('How far has it come?')} choices={stateChoices()} />
        <TextArea
          form={form}
          name="lesson"
          label={t('What would you tell the next person?')}
          hint={t('What you learned, above all if it stopped. This is what others come for.')}
          rows={3}
          optional
        />
        <h2>{t('Where and when')}</h2>
        <SelectField
          form={form}
          name="country"
          label={t('Country')}
          empty={t('Choose a country')}
          choices={countryChoices()}
        />
        <TextField
          form={form}
          name="organisation"
          label={t('Organisation')}
          hint={t('A trust, health board, council, charity, practice, group of carers …')}
          optional
        />
        <TextField form={form} name="place" label={t('Town or area')} width="medium" optional />
        <TextField
          form={form}
          name="shownAs"
          label={t('Or show it to others as')}
          hint={t(
            'For example: a community hospital in Wales. Then only your team sees the organisation and the place.',
          )}
          optional
        />
        <TextField
          form={form}
          name="startedOn"
          label={t('Started in')}
          hint={t('Month and year, such as March 2024')}
          width="medium"
          optional
        />
        {work && (
          <TextField
            form={form}
            name="endedOn"
            label={t('If it has stopped: in')}
            hint={t('Month and year. Left empty, it stopped today.')}
            width="medium"
            optional
          />
        )}
        {!work && (
          <>
            <h2>{t('What kind of work is it?')}</h2>
            <ModeGesture form={form} />
          </>
        )}
        <TextField
          form={form}
          name="methods"
          label={t('Methods')}
          hint={t('With commas between them, such as PDSA, co-production')}
          optional
        />
        <Topics form={form} topics={topics} />
        {!work && (
          <>
            <h2>{t('Who is on the team?')}</h2>
            <TeamField form={form} />
          </>
        )}
        <Button>{work ? t('Save') : t('Share it')}</Button>
      </PostForm>
    </div>
  );
}

/** Forty and more to choose from: folded away until somebody wants them. */
function Topics({ form, topics }: { form: Form; topics: Choice[] }) {
  return (
    <details class="work-topics" open={typedMany(form, 'topics').length > 0 || form.errors.topics !== undefined}>
      <summary>{t('What is it about? Choose topics')}</summary>
      <Checkboxes
        form={form}
        name="topics"
        label={t('Topics')}
        hint={t('Up to five. Others find your work by them.')}
        choices={topics}
        optional
      />
    </details>
  );
}

/** One person a line. */
export function TeamField({ form }: { form: Form }) {
  return (
    <TextArea
      form={form}
      name="team"
      label={t('Names or e-mail addresses, one a line')}
      hint={t('Whoever has an address gets a letter. A name is shown to others only once that person agrees.')}
      rows={3}
      optional
    />
  );
}

/** For whoever has not signed in: what it takes. */
export function SignInFirst() {
  return (
    <div class="reading">
      <PageHead
        title={t('Share your work')}
        lede={t('You need not be a member. You need an e-mail address that you have confirmed.')}
      />
      <p>
        <ButtonLink href="/sign-in">{t('Sign in, or confirm your address')}</ButtonLink>
      </p>
      <p>{t('That takes a minute; sharing your work takes three. Reading needs no account.')}</p>
    </div>
  );
}

function Alike({ works, failed }: { works: Found[]; failed: boolean }) {
  if (works.length === 0 && failed) return null;
  if (works.length === 0)
    return (
      <Notice tone="moss" title={t('Nothing like it yet')}>
        <p>{t('As far as we can see, yours would be the first. Everything that you typed is still below.')}</p>
      </Notice>
    );
  return (
    <section class="alike" aria-labelledby="alike-title">
      <h2 id="alike-title">{t('Others who tried something like it')}</h2>
      <ul>
        {works.map((work) => (
          <li>
            <a href={`/work/${work.address}`}>{work.title}</a> <StateTag state={work.state} />
            {work.state === 'stopped' && work.lesson && <p class="small">{work.lesson}</p>}
          </li>
        ))}
      </ul>
      <p class="small">{t('Everything that you typed is still below; open these in another tab.')}</p>
    </section>
  );
}
