import { DataTable } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { LeftOut } from '../trial.ts';

const SHOWN = 200;

/** The lines that make no work, each with its reason. */
export function LeftOutTable({ leftOut }: { leftOut: readonly LeftOut[] }) {
  if (leftOut.length === 0) return null;
  return (
    <div class="reading">
      <DataTable
        caption={t('{count, plural, one {One line is} other {# lines are}} left out', { count: leftOut.length })}
        rows={leftOut.slice(0, SHOWN)}
        columns={[
          { head: t('Line'), numeric: true, cell: ({ line }) => String(line) },
          { head: t('Why'), cell: ({ reason }) => reason },
        ]}
      />
      {leftOut.length > SHOWN && <p class="small">{t('… and {more} more.', { more: leftOut.length - SHOWN })}</p>}
    </div>
  );
}
