import type { Form } from '#kernel/forms.ts';
import { Button, ButtonLink, ErrorSummary, Notice, PageHead, PostForm, Radios, SelectField } from '#kernel/ui/index.ts';
import { rich, t } from '#kernel/words.ts';
import { PREFER_NOT, type Question } from '../questions.ts';

type Props = { questions: Question[]; form: Form; answered: boolean; said?: string };

/** More answers than this are a list to open, fewer are shown at once. */
const MANY = 8;

export function QuestionsPage({ questions, form, answered, said }: Props) {
  return (
    <div class="reading monitoring">
      <ErrorSummary form={form} />
      {said === 'kept' && (
        <Notice tone="moss">
          <p>
            {t('Thank you. Your answers are kept, apart from your name. Change or withdraw them whenever you like.')}
          </p>
        </Notice>
      )}
      {said === 'gone' && (
        <Notice tone="moss">
          <p>{t('We hold no answers of yours now.')}</p>
        </Notice>
      )}
      <PageHead
        title={t('A few questions about you')}
        lede={t(
          'They help us see whom this community is missing. Answer all, some or none: it changes nothing for you.',
        )}
      />
      <WhatBecomesOfThem />
      <PostForm action="/account/about-you" method="put">
        {questions.map((question) => (
          <Asked question={question} form={form} />
        ))}
        <Button>{t('Keep my answers')}</Button>
      </PostForm>
      {answered && (
        <section aria-labelledby="withdraw">
          <h2 id="withdraw">{t('Take your answers back')}</h2>
          <p>{t('They are deleted at once and count no longer. Totals that were shown before stay as they were.')}</p>
          <PostForm action="/account/about-you" method="delete">
            <Button kind="secondary">{t('Withdraw all my answers')}</Button>
          </PostForm>
        </section>
      )}
    </div>
  );
}

/** What becomes of the answers, before anybody is asked. */
function WhatBecomesOfThem() {
  return (
    <ul class="monitoring-promise">
      <li>{t('We keep them apart from your name. No page shows them to anybody but you.')}</li>
      <li>{t('They are never used to choose, match or filter people, and no record says when you answered.')}</li>
      <li>
        {rich('All that is ever shown is totals, rounded so that they cannot point to you: <a>see them</a>.', {
          a: (x) => <a href="/insight/reflection">{x}</a>,
        })}
      </li>
      <li>
        {rich('By answering you agree to this use; you can take it back here at any time. <a>The law behind it</a>.', {
          a: (x) => <a href="/insight/law">{x}</a>,
        })}
      </li>
    </ul>
  );
}

function Asked({ question: { key, ask, hint, options }, form }: { question: Question; form: Form }) {
  const choices = [
    ...options.map((option) => ({ value: option.key, label: option.label, group: option.under })),
    { value: PREFER_NOT, label: t('Prefer not to say') },
  ];
  const field = { form, name: key, label: ask, hint, choices };
  return options.length > MANY ? <SelectField {...field} empty={t('No answer')} /> : <Radios {...field} />;
}

export function NoCountryPage({ profile }: { profile: string }) {
  return (
    <div class="reading">
      <PageHead
        title={t('A few questions about you')}
        lede={t('Each country asks in its own words. Say on your profile which one you are in, then come back.')}
      />
      <ButtonLink href={`${profile}/edit`}>{t('Edit your profile')}</ButtonLink>
    </div>
  );
}
