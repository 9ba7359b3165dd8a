import { formatDate } from '#kernel/format.ts';
import type { Form } from '#kernel/forms.ts';
import { Button, Empty, ErrorSummary, PageHead, PostForm, Radios, TextArea } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { Case } from '../cases.ts';
import type { KeptBlock, Version } from '../versions.ts';
import { isWithdrawable, type Withdrawn } from '../withdrawals.ts';

/** Takes somebody's words or name out of what was published: for the authors of a case, and the stewards. */
export function WithdrawalPage({
  given,
  version,
  suffix,
  withdrawn,
  form,
}: {
  given: Case;
  version: Version;
  suffix: string;
  withdrawn: Withdrawn[];
  form: Form;
}) {
  const base = `/cases/${given.address}/versions/${version.number}`;
  const choices = version.blocks.filter(isWithdrawable);
  return (
    <div class="reading">
      <ErrorSummary form={form} />
      <PageHead
        title={t('Take something out of version {number}', { number: version.number })}
        above={<a href={`${base}${suffix}`}>{version.title}</a>}
        lede={t(
          'When somebody no longer agrees to be quoted or named, their words or name go. “Withdrawn on” and the date stay in their place, and the hash of the version still holds.',
        )}
      />
      {choices.length === 0 ? (
        <Empty>
          <p>{t('There is no text and no name left in this version that could be withdrawn.')}</p>
        </Empty>
      ) : (
        <PostForm action={`${base}/withdrawals${suffix}`}>
          <Radios
            form={form}
            name="block"
            label={t('What has to go?')}
            hint={t('It goes from every version of this case, and cannot be put back. Drafts are yours to change.')}
            choices={choices.map((block) => ({ value: String(block.position), ...nameOf(block) }))}
          />
          <TextArea
            form={form}
            name="reason"
            rows={3}
            label={t('Why?')}
            hint={t('For the authors and the stewards only. Please name nobody here.')}
          />
          <Button kind="warning">{t('Withdraw it')}</Button>
        </PostForm>
      )}
      {withdrawn.length > 0 && (
        <section>
          <h2>{t('Withdrawn already')}</h2>
          <ul>
            {withdrawn.map(({ kind, at, reason }) => (
              <li>
                {kind === 'person'
                  ? t('A name, on {date}', { date: formatDate(at) })
                  : t('A text, on {date}', { date: formatDate(at) })}
                {reason !== '' && <span class="small"> {reason}</span>}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

const LONG = 120;

function nameOf({ content }: KeptBlock): { label: string; hint?: string } {
  if (content?.kind === 'narrative') {
    const { heading, body } = content;
    return {
      label: t('The text “{heading}”', { heading }),
      hint: body.length > LONG ? `${body.slice(0, LONG)}…` : body,
    };
  }
  if (content?.kind !== 'person') return { label: '' };
  const label = t('The name {name}', { name: content.name });
  return { label, hint: content.author ? t('an author') : t('recorded readings') };
}
