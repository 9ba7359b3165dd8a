import { writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Browser, openHouse, type TestHouse } from '#test/support/house.ts';
import { BROKEN, fileOf, row, workbook } from '#test/support/sheets.ts';
import { workTitled } from '#test/world/work.ts';
import { HOME_BEFORE_LUNCH } from '#test/world/works.ts';

let house: TestHouse;
let path: string;
let amina: Browser;
beforeAll(async () => {
  house = await openHouse();
  amina = await house.as('amina');
  const work = await workTitled(house.db, HOME_BEFORE_LUNCH.title);
  const answer = await amina.post(`/work/${work.address}/measures`, { name: 'Sheets', better: 'down' });
  path = answer.headers.get('location') ?? '';
});
afterAll(() => house.close());

async function rowsThere() {
  const { rows } = await house.db
    .selectFrom('readings')
    .select(({ fn }) => fn.countAll<number>().as('rows'))
    .executeTakeFirstOrThrow();
  return rows;
}

test.each(BROKEN)('%s (%s) gets a sentence and changes nothing', async (_, name, made, sentence) => {
  const before = await rowsThere();
  const answer = await amina.post(path, { file: await fileOf(name, made()) });
  expect(answer.status).toBe(422);
  const page = await answer.text();
  expect(page).toContain('role="alert"');
  expect(page).toContain(sentence);
  expect(await rowsThere()).toBe(before);
});

test('fifty of them are tried', () => {
  expect(BROKEN.length).toBeGreaterThanOrEqual(50);
  expect(new Set(BROKEN.map(([what]) => what)).size).toBe(BROKEN.length);
});

/** What looks odd and can be read: what the preview says of it. */
test.each([
  ['UTF-16 without its mark', Buffer.from('date\tvalue\n2024-01-01\t5\n', 'utf16le'), []],
  ['Excel’s own line for the separator', 'sep=;\ndate;value\n2024-01-01;5\n', []],
  ['lines that end as on old Macs', 'date,value\r2024-01-01,5\r', []],
  ['text for numbers', workbook(row(1, 'date', 'value') + row(2, '01/01/2024', '5')), []],
  ['a header with line breaks', '"date\nof the week",value\n2024-01-01,5\n', []],
  [
    'days counted from 1904',
    workbook(
      '<row r="1"><c r="A1" s="1"><v>43830</v></c><c r="B1"><v>5</v></c></row>',
      [
        {
          name: 'xl/styles.xml',
          text: '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
        },
        {
          name: 'xl/_rels/workbook.xml.rels',
          text: '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>',
        },
      ],
      '<workbookPr date1904="1"/>',
    ),
    ['counts its days from 1904'],
  ],
] as const)('%s is read: one reading, of 1 January 2024', async (_, made, says) => {
  const page = await (
    await amina.post(path, { file: await fileOf('a', typeof made === 'string' ? made : new Uint8Array(made)) })
  ).text();
  expect(page).toContain('One reading, from 1 January 2024');
  for (const sentence of says) expect(page).toContain(sentence);
});

test('a workbook is previewed with what was read out of it, saved, and taken back', async () => {
  const day = (n: number) => new Date(Date.UTC(2025, n, 1));
  const bytes = await writeXlsx({
    sheets: [
      { name: 'Notes', rows: [['Nothing to see']] },
      {
        name: 'Waits',
        rows: [
          ['Month', 'Minutes'],
          [day(0), 61.5],
          [day(1), null],
          [day(2), 1.234],
          [day(3), 58],
        ],
        cells: new Map([['4,1', { formula: 'SUM(B2:B3)', formulaResult: 58 }]]),
        rowDefs: new Map([[2, { hidden: true }]]),
      },
    ],
  });
  const file = new File([new Uint8Array(bytes)], 'waits.xlsx');
  const wrong = await amina.post(path, { file, sheet: 'Wait' });
  expect(wrong.status).toBe(422);
  expect(await wrong.text()).toContain('It has: Notes, Waits.');
  const preview = await (await amina.post(path, { file, sheet: 'Waits' })).text();
  expect(preview).toContain('Save these 4 readings');
  expect(preview).toContain('The workbook has 2 sheets. This is “Waits”.');
  expect(preview).toContain('One cell is a formula: its last saved value was read.');
  expect(preview).toContain('One hidden row was read too.');
  expect(preview).toContain('One date has no value.');
  expect(preview).toContain('2025-03-01\t1.234\n');
  const before = await rowsThere();
  const text = /name="text" value="([^"]+)"/.exec(preview)?.[1] ?? '';
  expect((await amina.post(path, { text, confirmed: 'yes' })).status).toBe(303);
  expect(await rowsThere()).toBe(before + 4);
  const batch = /batches\/[0-9a-f-]+/.exec(await (await amina.get(path)).text())?.[0];
  expect((await amina.delete(path.replace(/readings$/, batch ?? ''))).status).toBe(303);
});

test('what could identify a patient is saved only when somebody says that it could not', async () => {
  const text = 'date,patients\n2025-06-01,5\n';
  const refused = await amina.post(path, { text, confirmed: 'yes' });
  expect(refused.status).toBe(422);
  const page = await refused.text();
  expect(page).toContain('Column 2, “patients”, seems to hold names: see line 1.');
  expect(page).toContain('I have looked: nothing in it could identify anybody');
  const preview = await (await amina.post(path, { text, nobody: 'yes' })).text();
  expect(preview).toContain('name="nobody" value="yes"');
  expect((await amina.post(path, { text, nobody: 'yes', confirmed: 'yes' })).status).toBe(303);
});
