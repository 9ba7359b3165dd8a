import type { Vocabulary } from '#features/reference/index.ts';
import { countryChoices } from '#kernel/countries.ts';
import { formatDate } from '#kernel/format.ts';
import type { Form } from '#kernel/forms.ts';
import {
  Button,
  Empty,
  ErrorSummary,
  PageHead,
  PostForm,
  SelectField,
  Tag,
  TextArea,
  TextField,
} from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import { type Campaign, isRunning, type Progress } from '../campaigns.ts';
import { targetOf } from './campaign.tsx';

type Props = { campaigns: (Campaign & Progress)[]; form: Form; vocabulary: Vocabulary; url: string; now: Date };

/** A steward's campaigns: what each has come to, and the form for another. */
export function CampaignsPage({ campaigns, form, vocabulary, url, now }: Props) {
  return (
    <div class="reading">
      <ErrorSummary form={form} />
      <PageHead
        title={t('Campaigns')}
        lede={t(
          'A drive to reach people who are missing: a page and a link of its own, and a count of what came of it.',
        )}
        above={<a href="/steward">{t('Looking after the community')}</a>}
      />
      {campaigns.length === 0 ? (
        <Empty>
          <p>
            {t('None yet. A good one names a few people whom you miss, and asks others to carry its link to them.')}
          </p>
        </Empty>
      ) : (
        <ul class="cards campaigns">
          {campaigns.map((campaign) => (
            <li class="card">
              <h2>
                <a href={`/join/with/${campaign.slug}`}>{campaign.title}</a>{' '}
                {isRunning(campaign, now) ? <Tag tone="moss">{t('running')}</Tag> : <Tag>{t('not running')}</Tag>}
              </h2>
              <p>{targetOf(campaign, vocabulary)}</p>
              <Funnel campaign={campaign} />
              <p class="small">
                {t('{from} to {to}', { from: formatDate(campaign.opensOn), to: formatDate(campaign.closesOn) })}
                {' · '}
                <code>{`${url}/join/with/${campaign.slug}`}</code>
              </p>
              {campaign.closedAt ? (
                <p class="small">{t('Ended on {date}', { date: formatDate(campaign.closedAt) })}</p>
              ) : (
                <PostForm action={`/steward/campaigns/${campaign.slug}/closure`} method="put">
                  <Button kind="secondary">
                    {t('End it')}
                    <span class="visually-hidden">: {campaign.title}</span>
                  </Button>
                </PostForm>
              )}
            </li>
          ))}
        </ul>
      )}
      <NewCampaign form={form} vocabulary={vocabulary} />
    </div>
  );
}

/** From the page to membership, in a sentence and as a bar towards the goal. */
function Funnel({ campaign }: { campaign: Campaign & Progress }) {
  const { arrivals, applied, admitted, goal, slug } = campaign;
  return (
    <div class="campaign-progress">
      <p id={`progress-${slug}`}>
        {t(
          'Its page was opened {arrivals, plural, one {once} other {# times}}; {applied, plural, one {one person has} other {# people have}} applied; {admitted, plural, one {one has} other {# have}} joined, of {goal} hoped for.',
          { arrivals, applied, admitted, goal },
        )}
      </p>
      <progress value={Math.min(admitted, goal)} max={goal} aria-labelledby={`progress-${slug}`} />
    </div>
  );
}

function NewCampaign({ form, vocabulary }: { form: Form; vocabulary: Vocabulary }) {
  return (
    <section aria-labelledby="new">
      <h2 id="new">{t('A new campaign')}</h2>
      <PostForm action="/steward/campaigns">
        <TextField form={form} name="title" label={t('Title')} hint={t('It becomes its address too.')} />
        <TextArea
          form={form}
          name="words"
          label={t('What should they read?')}
          hint={t('Whom you miss, and what they would find here. Plain and warm.')}
          rows={5}
        />
        <SelectField
          form={form}
          name="country"
          label={t('Country')}
          optional
          empty={t('Everywhere')}
          choices={countryChoices()}
        />
        <SelectField
          form={form}
          name="sector"
          label={t('Sector')}
          optional
          empty={t('Every sector')}
          choices={vocabulary.choices('sector')}
        />
        <SelectField
          form={form}
          name="background"
          label={t('Background')}
          hint={t('It says whom you hope to reach. Nobody is sorted by it.')}
          optional
          empty={t('Every background')}
          choices={vocabulary.choices('background')}
        />
        <TextField form={form} name="opensOn" type="date" label={t('Opens on')} width="medium" />
        <TextField form={form} name="closesOn" type="date" label={t('Closes on')} width="medium" />
        <TextField
          form={form}
          name="goal"
          label={t('How many new members do you hope for?')}
          width="narrow"
          inputmode="numeric"
        />
        <Button>{t('Make the campaign')}</Button>
      </PostForm>
    </section>
  );
}
