import type { Form } from '#kernel/forms.ts';
import { Checkboxes, DataTable } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { Problem } from '../dry-run.ts';

const SHOWN = 300;

/** The rows in which something is wrong, each with its reason; `tick`: each can be left out. */
export function Problems({ problems, form, tick }: { problems: Problem[]; form: Form; tick: boolean }) {
  const caption = t('{count, plural, one {One row} other {# rows}} in which something is wrong', {
    count: problems.length,
  });
  if (tick)
    return (
      <Checkboxes
        form={form}
        name="leave-out"
        label={t('{caption}: tick what you want to leave out', { caption })}
        choices={problems.map(({ number, text, reason }) => ({
          value: String(number),
          label: t('Row {number}: {reason}', { number, reason }),
          hint: text,
        }))}
      />
    );
  return (
    <DataTable
      stack
      caption={problems.length > SHOWN ? t('{caption}; the first {shown}', { caption, shown: SHOWN }) : caption}
      columns={[
        { head: t('Row'), numeric: true, cell: ({ number }: Problem) => String(number) },
        { head: t('What is wrong'), cell: ({ reason }) => reason },
        { head: t('What it says'), cell: ({ text }) => <code>{text}</code> },
      ]}
      rows={problems.slice(0, SHOWN)}
    />
  );
}
