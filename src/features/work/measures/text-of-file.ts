import { Invalid } from '#kernel/errors.ts';
import { isWorkbook, textIn } from '#kernel/files/text.ts';
import { t } from '#kernel/words.ts';

/** The text of an uploaded CSV file. Throws Invalid for a workbook. */
export async function textOfFile(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (isWorkbook(bytes))
    throw new Invalid({
      file: t(
        'This is an Excel workbook. Save it as CSV (File, Save as, “CSV UTF-8”), or copy two columns and paste them.',
      ),
    });
  return textIn(bytes);
}
