import { Invalid } from '#kernel/errors.ts';
import type { Typed } from '#kernel/forms.ts';
import { pasted, readSheet } from '#kernel/sheets/index.ts';
import { t } from '#kernel/words.ts';
import { dayIn } from './dates.ts';
import { type Parsed, parseReadings } from './parse.ts';

/** What was given in one of the three ways, read; and what the form shows if it has to be shown again. */
export type Given = { parsed: Parsed; typed: Typed; errors: Record<string, string> };

/** One typed reading, a pasted sheet or a file → rows, or the sentences that say why not. The text of a file goes into the paste box. */
export async function givenIn(typed: Typed, file: File | undefined): Promise<Given> {
  const { date = '', value = '', text = '' } = typed;
  const one = date !== '' || value !== '';
  if (one && (text !== '' || file))
    return refused(typed, { date: t('Give one reading here, or many below: not both at once.') });
  if (file && text !== '') return refused(typed, { file: t('Paste readings, or choose a file: not both at once.') });
  try {
    if (one) return oneReading(typed, String(date), String(value));
    if (!file) return manyReadings(typed, parseReadings(String(text)));
    const sheet = await readSheet(file, { sheet: String(typed.sheet ?? '').trim() });
    const parsed = parseReadings(sheet.rows);
    return manyReadings(
      { ...typed, sheet: '', text: pasted(sheet.rows) },
      { ...parsed, notes: [...sheet.notes, ...parsed.notes] },
    );
  } catch (error) {
    if (error instanceof Invalid) return refused(typed, error.errors);
    throw error;
  }
}

function oneReading(typed: Typed, date: string, value: string): Given {
  const parsed = parseReadings(`${date}\t${value}`);
  const reason = parsed.problems[0]?.reason;
  const field = dayIn(date) ? 'value' : 'date';
  return { parsed: { ...parsed, problems: [], warnings: [] }, typed, errors: reason ? { [field]: reason } : {} };
}

function manyReadings(typed: Typed, parsed: Parsed): Given {
  return { parsed, typed, errors: { ...patientErrors(typed, parsed), ...errorsOf(parsed) } };
}

/** What seems to identify a patient is refused until somebody has looked and says that it does not. */
function patientErrors(typed: Typed, { warnings }: Parsed): Record<string, string> {
  return warnings.length === 0 || typed.nobody === 'yes'
    ? {}
    : {
        nobody: t('Something here could identify a patient, so nothing was saved. {where}', {
          where: warnings.join(' '),
        }),
      };
}

function errorsOf({ rows, problems }: Parsed): Record<string, string> {
  if (problems.length > 0)
    return {
      text: t('{count, plural, one {One line} other {# lines}} cannot be read. Nothing was saved; the list says why.', {
        count: problems.length,
      }),
    };
  return rows.length === 0 ? { text: t('Type a reading, paste some, or choose a file.') } : {};
}

function refused(typed: Typed, errors: Record<string, string>): Given {
  return { parsed: { rows: [], problems: [], warnings: [], notes: [] }, typed, errors };
}
