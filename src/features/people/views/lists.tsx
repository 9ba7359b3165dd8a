import type { terms } from '#features/reference/index.ts';
import { formatDate } from '#kernel/format.ts';
import type { Form } from '#kernel/forms.ts';
import {
  Button,
  ErrorSummary,
  FileField,
  PageHead,
  PostForm,
  Radios,
  SelectField,
  TextField,
} from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { Profile } from '../profiles.ts';
import { partName } from '../sections.ts';
import { offerName } from '../words.ts';
import { Face } from './face.tsx';

type Props = { profile: Profile; form: Form };

export function PhotoPage({ profile, form }: Props) {
  return (
    <div class="reading">
      <ErrorSummary form={form} />
      <PageHead title={partName('photo')} above={<Back profile={profile} />} />
      {profile.photo && (
        <div class="profile-head">
          <Face person={profile} large />
          <PostForm action={`/people/${profile.address}/photo`} method="delete">
            <Button kind="warning">{t('Take it away')}</Button>
          </PostForm>
        </div>
      )}
      <PostForm action={`/people/${profile.address}/photo`} method="put" files>
        <FileField
          form={form}
          name="photo"
          label={t('Choose a picture')}
          hint={t('We make it small and forget where and when it was taken.')}
          accept="image/*"
        />
        <Button>{t('Show this picture')}</Button>
      </PostForm>
    </div>
  );
}

export function HoursPage({ profile, form, vocabulary }: Props & { vocabulary: terms.Vocabulary }) {
  return (
    <div class="reading">
      <ErrorSummary form={form} />
      <PageHead
        title={partName('hours')}
        above={<Back profile={profile} />}
        lede={t('Six hours of analysis can change a project. Lend what you can spare, or ask for what you need.')}
      />
      {profile.offers.length > 0 && (
        <ul class="profile-parts">
          {profile.offers.map((offer) => (
            <li>
              <p>
                <strong>{offerName({ vocabulary, regions: [] }, offer)}</strong>
                {offer.until && ` ${t('until {day}', { day: formatDate(offer.until) })}`}
              </p>
              {offer.note && <p class="small">{offer.note}</p>}
              <PostForm action={`/people/${profile.address}/offers/${offer.id}`} method="delete">
                <Button kind="secondary">
                  {t('Take it away')}
                  <span class="visually-hidden"> ({offerName({ vocabulary, regions: [] }, offer)})</span>
                </Button>
              </PostForm>
            </li>
          ))}
        </ul>
      )}
      <PostForm action={`/people/${profile.address}/offers`}>
        <Radios
          form={form}
          name="kind"
          label={t('Would you like to lend or to borrow?')}
          choices={[
            { value: 'offer', label: t('I can lend hours') },
            { value: 'ask', label: t('I would like to borrow hours') },
          ]}
        />
        <TextField form={form} name="hours" label={t('How many hours?')} inputmode="numeric" width="narrow" />
        <SelectField
          form={form}
          name="skill"
          label={t('Of what?')}
          empty={t('Choose one')}
          choices={vocabulary.choices('skill')}
        />
        <TextField
          form={form}
          name="note"
          label={t('Anything to add?')}
          hint={t('For example: evenings only; best by telephone')}
          optional
        />
        <TextField
          form={form}
          name="until"
          type="date"
          label={t('Until when?')}
          hint={t('The last day. Without one it stays until you take it away.')}
          width="medium"
          optional
        />
        <Button>{t('Add these hours')}</Button>
      </PostForm>
    </div>
  );
}

function Back({ profile }: { profile: Profile }) {
  return <a href={`/people/${profile.address}/edit`}>{t('Your profile')}</a>;
}
