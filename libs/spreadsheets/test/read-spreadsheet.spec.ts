import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { writeCsv } from 'hucre/csv';
import { writeXlsx } from 'hucre/xlsx';
import { readSpreadsheet } from '@ayni/spreadsheets';

const texts = async (bytes: Uint8Array): Promise<string[][] | undefined> =>
  (await readSpreadsheet(bytes)).sheets[0]?.rows.map((row) => row.map(({ text }) => text));

const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');
const ROWS = 'Fecha;Detalle;Monto\r\n13/5/2018;Semilla de cañahua;1.234,50\r\n';
const READ = [
  ['Fecha', 'Detalle', 'Monto'],
  ['13/5/2018', 'Semilla de cañahua', '1.234,50'],
];

describe('a text is read by the alphabet in which it was written', () => {
  test.each([
    ['utf-8', Buffer.from(ROWS)],
    ['utf-8', Buffer.from(`\uFEFF${ROWS}`)],
    ['windows-1252', Buffer.from(ROWS, 'latin1')],
    ['utf-16le', utf16(`\uFEFF${ROWS}`)],
    ['utf-16le', utf16(ROWS)],
    ['utf-16be', utf16(`\uFEFF${ROWS}`).swap16()],
  ])('%s', async (encoding, bytes) => {
    expect(await texts(bytes)).toEqual(READ);
    expect((await readSpreadsheet(bytes)).encoding).toBe(encoding);
  });

  test('or by the one that somebody chose', async () => {
    const { sheets } = await readSpreadsheet(Buffer.from('cañahua'), { encoding: 'windows-1252' });
    expect(sheets[0]?.rows[0]?.[0]?.text).toBe('caÃ±ahua');
  });
});

test('tabs, semicolons and commas part cells, and a quoted cell keeps its signs and lines', async () => {
  for (const sign of ['\t', ';', ','])
    expect(await texts(Buffer.from(`a${sign}"b ""c""${sign} d\ne"\n1${sign}2\n`))).toEqual([
      ['a', `b "c"${sign} d\ne`],
      ['1', '2'],
    ]);
});

test('whatever a table says comes back, in each alphabet and as a workbook', async () => {
  const cell = fc
    .string({ unit: fc.constantFrom(...'aáñ1,.;"- Ωx'), minLength: 1, maxLength: 8 })
    .map((text) => `x${text.trim()}`);
  const table = fc
    .integer({ min: 2, max: 4 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }));
  await fc.assert(
    fc.asyncProperty(table, async (rows) => {
      const csv = writeCsv(rows, { delimiter: ';' });
      expect(await texts(Buffer.from(csv))).toEqual(rows);
      expect(await texts(utf16(`\uFEFF${csv}`))).toEqual(rows);
      expect(await texts(await writeXlsx({ sheets: [{ name: 'A', rows }] }))).toEqual(rows);
    }),
    { numRuns: 60 },
  );
});

describe('a workbook', () => {
  test('says days, numbers without their binary remainder, and what its formulas came to last', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'Gastos',
          columns: [{ numFmt: 'dd/mm/yyyy' }, {}],
          rows: [
            [new Date('2025-05-13T00:00:00Z'), 0.1 + 0.2],
            [null, null],
            ['x', 1e-7],
            ['y', 123456789012],
            [new Date('2025-05-13T14:30:00Z'), 1],
          ],
          cells: new Map([['1,1', { value: null, formula: 'SUM(B1)', formulaResult: 19.99 }]]),
        },
      ],
    });
    expect((await readSpreadsheet(bytes)).sheets).toEqual([
      {
        name: 'Gastos',
        rows: [
          [
            { text: '2025-05-13', day: '2025-05-13' },
            { text: '0.3', isNumber: true },
          ],
          [{ text: '' }, { text: '19.99', isNumber: true, isFormula: true }],
          [{ text: 'x' }, { text: '0.0000001', isNumber: true }],
          [{ text: 'y' }, { text: '123456789012', isNumber: true }],
          [
            { text: '2025-05-13', day: '2025-05-13', time: '14:30' },
            { text: '1', isNumber: true },
          ],
        ],
      },
    ]);
  });

  test('shows none of its hidden sheets', async () => {
    const bytes = await writeXlsx({
      sheets: [
        { name: 'Vista', rows: [['a']] },
        { name: 'Oculta', rows: [['b']], hidden: true },
      ],
    });
    expect((await readSpreadsheet(bytes)).sheets.map(({ name }) => name)).toEqual(['Vista']);
  });
});

describe('what would do harm is refused with a code', () => {
  const refused = (bytes: Uint8Array): Promise<string | undefined> =>
    readSpreadsheet(bytes).then(
      () => undefined,
      (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : String(error)),
    );

  test('a file of a hundred megabytes, by its size alone', async () => {
    expect(await refused(new Uint8Array(100 * 1024 * 1024))).toBe('spreadsheet-too-large');
  });

  test.each([
    ['a PDF', Buffer.from('%PDF-1.7 …')],
    ['an old workbook, or one with a password', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
    ['a picture', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0])],
    ['an archive that is no workbook', Buffer.from([0x50, 0x4b, 0x03, 0x04, ...Array.from({ length: 60 }, () => 7)])],
    ['noughts', new Uint8Array(5_000)],
  ])('%s', async (_, bytes) => {
    expect(await refused(bytes)).toBe('spreadsheet-unreadable');
  });

  test('a workbook that is cut off anywhere, or has a byte changed, is read or refused, and nothing else', async () => {
    const whole = await writeXlsx({ sheets: [{ name: 'A', rows: [['a', 1]] }] });
    const one = fc.record({ at: fc.nat(whole.length - 1), byte: fc.nat(255), isCut: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(one, async ({ at, byte, isCut }) => {
        const bytes = isCut ? whole.slice(0, at) : whole.slice();
        if (!isCut) bytes[at] = byte;
        expect([undefined, 'spreadsheet-unreadable', 'spreadsheet-expands']).toContain(await refused(bytes));
      }),
      { numRuns: 300 },
    );
  });

  test('a workbook that unpacks to more than it should, whatever it says of that', async () => {
    const unpacked = new Uint8Array(65 * 1024 * 1024);
    expect(await refused(archiveOf(unpacked, unpacked.length))).toBe('spreadsheet-expands');
    expect(await refused(archiveOf(unpacked, 1_000))).toBe('spreadsheet-unreadable');
    expect(await refused(archiveOf(unpacked, 0))).toBe('spreadsheet-expands');
  });
});

/** An archive of the part that is opened first of a workbook. @param declared what it says that this becomes, in bytes */
function archiveOf(bytes: Uint8Array, declared: number): Uint8Array {
  const name = Buffer.from('[Content_Types].xml');
  const packed = deflateRawSync(bytes);
  const sizes = Buffer.alloc(16);
  sizes.writeUInt32LE(packed.length, 4);
  sizes.writeUInt32LE(declared, 8);
  sizes.writeUInt16LE(name.length, 12);
  const head = Buffer.from([20, 0, 0, 0, 8, 0, 0, 0, 0, 0]);
  const part = Buffer.concat([Buffer.from('PK\x03\x04'), head, sizes, name, packed]);
  const listed = Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), head, sizes, Buffer.alloc(14), name]);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(1, 4);
  end.writeUInt16LE(1, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(part.length, 12);
  return Buffer.concat([part, listed, Buffer.from('PK\x05\x06'), end]);
}
