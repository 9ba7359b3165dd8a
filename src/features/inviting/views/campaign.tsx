import type { Vocabulary } from '#features/reference/index.ts';
import { countryName } from '#kernel/countries.ts';
import { formatDate } from '#kernel/format.ts';
import type { Form } from '#kernel/forms.ts';
import { Button, ErrorSummary, Honeypot, Notice, PageHead, PostForm, TextField, typedOne } from '#kernel/ui/index.ts';
import { rich, t } from '#kernel/words.ts';
import type { Campaign, Progress } from '../campaigns.ts';
import { StartFields } from './start-fields.tsx';

type Props = {
  campaign: Campaign;
  progress: Progress;
  form: Form;
  vocabulary: Vocabulary;
  /** Whether one can apply through it now. */
  running: boolean;
};

/** A campaign's own page: whom it is for, how far it has come, and the first four fields of an application. */
export function CampaignPage({ campaign, progress, form, vocabulary, running }: Props) {
  return (
    <div class="reading">
      <ErrorSummary form={form} />
      <PageHead title={campaign.title} lede={targetOf(campaign, vocabulary)} />
      <p class="application-text">{campaign.words}</p>
      <Towards goal={campaign.goal} joined={progress.admitted} />
      {running ? (
        <section aria-labelledby="begin">
          <h2 id="begin">{t('Start your application')}</h2>
          <p>
            {rich(
              'Four short things first; then a link to your application comes by e-mail. <a>What we ask</a> is the same for everybody. This is open until {date}.',
              { a: (text) => <a href="/join">{text}</a>, date: formatDate(campaign.closesOn) },
            )}
          </p>
          <PostForm action={`/join/with/${campaign.slug}`}>
            <TextField form={form} name="name" label={t('Your name')} autocomplete="name" />
            <TextField
              form={form}
              name="email"
              type="email"
              label={t('Your e-mail address')}
              hint={t('Work or private, as you like. We write to it about this application and nothing else.')}
              autocomplete="email"
            />
            <StartFields form={form} />
            <Honeypot />
            <input type="hidden" name="begun" value={typedOne(form, 'begun')} />
            <Button>{t('Send me the link')}</Button>
          </PostForm>
        </section>
      ) : (
        <Notice>
          <p>
            {rich('This campaign is not running now. <a>You can still apply</a> at any time.', {
              a: (text) => <a href="/join">{text}</a>,
            })}
          </p>
        </Notice>
      )}
    </div>
  );
}

/** How far it has come, in words and as a bar. */
export function Towards({ goal, joined }: { goal: number; joined: number }) {
  const words = t(
    '{joined, plural, =0 {Nobody has joined through it yet} one {One person has joined through it} other {# people have joined through it}}; it hopes for {goal}.',
    { joined, goal },
  );
  return (
    <div class="campaign-progress">
      <p id="progress">{words}</p>
      <progress value={Math.min(joined, goal)} max={goal} aria-labelledby="progress" />
    </div>
  );
}

export function targetOf({ country, sector, background }: Campaign, vocabulary: Vocabulary): string {
  const names = [
    background && vocabulary.name('background', background),
    sector && vocabulary.name('sector', sector),
    country && countryName(country),
  ].filter((name): name is string => Boolean(name));
  return names.length === 0
    ? t('For everybody who helps care get better.')
    : t('First of all for: {names}. Everybody is welcome.', { names: names.join(' · ') });
}
