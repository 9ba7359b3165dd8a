import { MODES, modeName, stateName, whereOf, yearsOf } from '#features/work/index.ts';
import { formatNumber } from '#kernel/format.ts';
import { DataTable } from '#kernel/ui/index.ts';
import { t } from '#kernel/words.ts';
import type { Line } from '../listing.ts';

/** The same works as a table: where each is, when, and how much of it is in each mode. */
export function WorksTable({ lines }: { lines: Line[] }) {
  return (
    <DataTable
      caption={t('Work on the landscape, with its share in each mode in per cent')}
      stack
      rows={lines}
      columns={[
        { head: t('Work'), cell: ({ spot }) => <a href={`/work/${spot.address}`}>{spot.title}</a> },
        { head: t('State'), cell: ({ spot }) => stateName(spot.state) },
        { head: t('Where'), cell: ({ work }) => whereOf(work) },
        { head: t('When'), cell: ({ work }) => yearsOf(work) || t('not said') },
        ...MODES.map((mode) => ({
          head: modeName(mode),
          cell: ({ spot }: Line) => formatNumber(spot.shares[mode] * 100, 0),
          numeric: true,
        })),
      ]}
    />
  );
}
