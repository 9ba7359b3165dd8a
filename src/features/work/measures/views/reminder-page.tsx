import { formatDate } from '#kernel/format.ts';
import type { Form } from '#kernel/forms.ts';
import { Button, ErrorSummary, PageHead, PostForm, Radios, TextField } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { Work } from '../../works.ts';
import type { Measure } from '../measures.ts';
import type { Asked, Reminder } from '../reminders.ts';

/** Asking for letters that ask for the next reading. */
export function ReminderPage({
  work,
  measure,
  reminder,
  form,
}: {
  work: Work;
  measure: Measure;
  reminder: Reminder | null;
  form: Form;
}) {
  const base = `/work/${work.address}/measures/${measure.short}`;
  return (
    <div class="reading">
      <ErrorSummary form={form} />
      <PageHead
        title={t('Remind me')}
        above={<a href={base}>{measure.name}</a>}
        lede={t(
          'We write to you when the next reading is due. The letter leads to one field: type the number, and it is done.',
        )}
      />
      {reminder && (
        <p>
          {t(
            '{every, select, week {A letter goes out every week} other {A letter goes out every month}}; the next on {date}.',
            {
              every: reminder.every,
              date: formatDate(reminder.nextOn),
            },
          )}
        </p>
      )}
      <PostForm action={`${base}/reminder`} method="put">
        <Radios
          form={form}
          name="every"
          label={t('How often?')}
          choices={[
            { value: 'week', label: t('Every week') },
            { value: 'month', label: t('Every month') },
          ]}
        />
        <Button>{reminder ? t('Save') : t('Remind me')}</Button>
      </PostForm>
      {reminder && (
        <PostForm action={`${base}/reminder`} method="delete">
          <Button kind="secondary">{t('Stop these letters')}</Button>
        </PostForm>
      )}
    </div>
  );
}

/** Where a letter's link leads: one field. Opening it changes nothing, since programs open links before people do. */
export function OneReading({
  asked: { measure, work, date },
  token,
  form,
}: {
  asked: Asked;
  token: string;
  form: Form;
}) {
  const action = `/work/readings/${token}`;
  return (
    <div class="reading">
      <ErrorSummary form={form} />
      <PageHead
        title={measure.name}
        above={work.title}
        lede={t('The reading for {date}', { date: formatDate(date) })}
      />
      <PostForm action={action} method="put">
        <TextField
          form={form}
          name="value"
          label={measure.unit === '' ? t('Value') : t('Value ({unit})', { unit: measure.unit })}
          hint={t('Or n/a if nobody measured')}
          width="narrow"
          inputmode="decimal"
        />
        <Button>{t('Save this reading')}</Button>
      </PostForm>
      <PostForm action={action} method="delete">
        <p>{t('Had enough of these letters?')}</p>
        <Button kind="secondary">{t('Stop these letters')}</Button>
      </PostForm>
    </div>
  );
}

export function OneReadingThanks({ stopped }: { stopped?: boolean }) {
  return (
    <div class="reading">
      <PageHead
        title={stopped ? t('No more letters') : t('Thank you')}
        lede={
          stopped
            ? t('We do not write about this measure any more. You can ask for it again on its page.')
            : t('The reading is on the chart.')
        }
      />
    </div>
  );
}
