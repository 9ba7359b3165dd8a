import { methodChoices, modeChoices, type terms } from '#features/reference/index.ts';
import type { Form } from '#kernel/forms.ts';
import {
  Button,
  Checkboxes,
  ErrorSummary,
  Notice,
  PageHead,
  PostForm,
  Radios,
  SelectField,
  TextArea,
  TextField,
} from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import { FIELDS, fieldName } from '../fields.ts';
import type { Section } from '../input.ts';
import type { Person } from '../people.ts';
import { partName } from '../sections.ts';
import { visibilityChoices } from '../visibility.ts';

type Props = { person: Person; section: Section; form: Form; vocabulary: terms.Vocabulary };

/** One section of the profile's form. */
export function SectionPage({ person, section, form, vocabulary }: Props) {
  const Fields = FIELDS_OF[section];
  return (
    <div class="reading">
      <ErrorSummary form={form} />
      <PageHead title={partName(section)} above={<a href={`/people/${person.address}/edit`}>{t('Your profile')}</a>} />
      <PostForm action={`/people/${person.address}/edit/${section}`} method="put">
        <Fields form={form} vocabulary={vocabulary} />
        <Button>{t('Save')}</Button>
      </PostForm>
    </div>
  );
}

type FieldsProps = Pick<Props, 'form' | 'vocabulary'>;
type FieldsOf = (props: FieldsProps) => ReturnType<typeof About>;

function About({ form }: FieldsProps) {
  return (
    <>
      <TextField form={form} name="name" label={t('Name')} autocomplete="name" />
      <TextField
        form={form}
        name="headline"
        label={t('In one line')}
        hint={t('For example: ward manager who gets people home before lunch')}
        optional
      />
      <TextArea
        form={form}
        name="about"
        label={t('About you')}
        hint={t('What you care about, and how you came to it. Please do not write about people you care for.')}
        optional
      />
    </>
  );
}

function Background({ form, vocabulary }: FieldsProps) {
  return (
    <>
      <TextField
        form={form}
        name="backgroundWords"
        label={t('In your own words')}
        hint={t('For example: mental health nurse, and my mother’s carer')}
        optional
      />
      <div class="many">
        <Checkboxes
          form={form}
          name="background"
          label={t('What do you bring, by profession or by living it?')}
          hint={t('As many as are true. Others find you by them.')}
          choices={vocabulary.choices('background')}
          optional
        />
        <Checkboxes
          form={form}
          name="sector"
          label={t('Which sectors do you know?')}
          hint={t('Besides those of the organisations where you work.')}
          choices={vocabulary.choices('sector')}
          optional
        />
      </div>
    </>
  );
}

function Place({ form }: FieldsProps) {
  return (
    <>
      <TextField
        form={form}
        name="place"
        label={t('Town, region or postcode')}
        hint={t('For example: Leeds, LS1 or D02. We keep only the area, never the rest of a postcode.')}
        width="medium"
        optional
      />
      <Radios
        form={form}
        name="shown"
        label={t('How closely may others see it?')}
        choices={[
          { value: 'town', label: t('The town, or the postcode’s area') },
          { value: 'region', label: t('The region only') },
          { value: 'country', label: t('The country only') },
        ]}
      />
    </>
  );
}

function Help({ form, vocabulary }: FieldsProps) {
  return (
    <>
      <TextArea
        form={form}
        name="canHelp"
        label={t('What could somebody ask you about?')}
        hint={t('For example: how we got pharmacists to the ward by nine')}
        rows={3}
        optional
      />
      <div class="many">
        <Checkboxes
          form={form}
          name="skill"
          label={t('Skills that you would share')}
          choices={vocabulary.choices('skill')}
          optional
        />
      </div>
      <TextArea
        form={form}
        name="lookingFor"
        label={t('What are you looking for?')}
        hint={t('For example: somebody who has done this in a care home')}
        rows={3}
        optional
      />
    </>
  );
}

function Interests({ form, vocabulary }: FieldsProps) {
  return (
    <>
      <Checkboxes form={form} name="mode" label={t('Kinds of improvement work')} choices={modeChoices()} optional />
      <div class="many">
        <Checkboxes form={form} name="topic" label={t('Topics')} choices={vocabulary.choices('topic')} optional />
        <Checkboxes
          form={form}
          name="method"
          label={t('Methods that you have used')}
          choices={methodChoices()}
          optional
        />
      </div>
    </>
  );
}

function Languages({ form, vocabulary }: FieldsProps) {
  return (
    <>
      <div class="many">
        <Checkboxes
          form={form}
          name="language"
          label={t('Languages that you would speak or sign with us')}
          choices={vocabulary.choices('language')}
          optional
        />
      </div>
      <TextField
        form={form}
        name="orcid"
        label={t('ORCID iD')}
        hint={t('A number that researchers have, such as 0000-0002-1825-0097. Most people have none.')}
        width="medium"
        optional
      />
    </>
  );
}

function Openness({ form }: FieldsProps) {
  return (
    <>
      <Radios
        form={form}
        name="visibility"
        label={t('Who may see your profile?')}
        hint={t('Your name and your one line go with it. Each part below is seen by these people or by fewer.')}
        choices={[
          { value: 'members', label: t('Members of this community') },
          { value: 'public', label: t('Everybody, signed in or not') },
          { value: 'private', label: t('Only me') },
        ]}
      />
      <Checkboxes
        form={form}
        name="listed"
        label={t('Search engines')}
        choices={[
          {
            value: 'yes',
            label: t('They may list my profile'),
            hint: t('Only if everybody may see it. Without this tick we ask them not to.'),
          },
        ]}
      />
      <h2>{t('Part by part')}</h2>
      <Notice>
        <p>{t('At first members see each part. Open to everybody what strangers may read.')}</p>
      </Notice>
      <div class="part-by-part">
        {FIELDS.map((field) => (
          <SelectField form={form} name={`see-${field}`} label={fieldName(field)} choices={visibilityChoices()} />
        ))}
      </div>
    </>
  );
}

const FIELDS_OF: Record<Section, FieldsOf> = {
  about: About,
  background: Background,
  place: Place,
  help: Help,
  interests: Interests,
  languages: Languages,
  visibility: Openness,
};
