import type { Work } from '#features/work/index.ts';
import { formatDate } from '#kernel/format.ts';
import type { Form } from '#kernel/forms.ts';
import { Button, ButtonLink, ErrorSummary, Notice, PageHead, PostForm, Tag, TextArea } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { Claim } from '../claims.ts';
import type { ClaimFacts } from '../facts.ts';
import { isUnderReview } from '../words.ts';
import { ClaimFigures } from './claim-facts.tsx';

export function ClaimPage({
  work,
  claim,
  facts,
  edit,
  review,
  form,
}: {
  work: Work;
  claim: Claim;
  facts: ClaimFacts;
  edit: boolean;
  review: boolean;
  form: Form;
}) {
  const base = `/work/${work.address}/claims/${claim.short}`;
  const source = facts.measure && `/work/${work.address}/measures/${facts.measure.short}`;
  const afterwards = facts.grade.because.some(({ code }) => code === 'chosen-afterwards');
  return (
    <article class="claim">
      <ErrorSummary form={form} />
      <PageHead
        title={claim.statement}
        above={
          <>
            <a href={`/work/${work.address}`}>{work.title}</a>
            <Tag tone="moss">{claim.areaName}</Tag>
            {afterwards && <Tag tone="heather">{t('Chosen afterwards')}</Tag>}
          </>
        }
      />
      {claim.withdrawn && (
        <Notice tone="bracken" title={t('Withdrawn on {date}', { date: formatDate(claim.withdrawn.at) })}>
          <p>{claim.withdrawn.reason}</p>
        </Notice>
      )}
      {review && source && isUnderReview(facts.grade) && (
        <Notice tone="bracken" title={t('Readings were changed, and a second person has to look')}>
          <p>
            <a href={`${source}/corrections`}>{t('See the corrections')}</a>
          </p>
        </Notice>
      )}
      <ClaimFigures facts={facts} suppliers={facts.suppliers.map(({ name }) => name)} source={source} level={2} />
      {edit && !claim.withdrawn && (
        <section class="claim-edit">
          <h2>{t('For the team')}</h2>
          <p>
            {t(
              'You can change the words. What the claim rests on stays as it was fixed: for another, make a new claim.',
            )}
          </p>
          <ButtonLink href={`${base}/edit`} kind="secondary">
            {t('Change the words')}
          </ButtonLink>
          <details open={Object.keys(form.errors).length > 0}>
            <summary>{t('Withdraw this claim')}</summary>
            <PostForm action={`${base}/withdrawal`} method="put">
              <TextArea
                form={form}
                name="reason"
                label={t('Why?')}
                hint={t(
                  'It stays on this page, with the date. Cases that used the claim will say that it was withdrawn.',
                )}
                rows={3}
              />
              <Button kind="warning">{t('Withdraw the claim')}</Button>
            </PostForm>
          </details>
        </section>
      )}
    </article>
  );
}
