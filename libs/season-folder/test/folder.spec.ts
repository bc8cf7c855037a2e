import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { CHACOMA, Season, withSeason } from './seasons.js';

const EXAMPLE = new Season(CHACOMA);

/** The mistakes of the example season with one line of one file replaced. */
const withLine = (file: string, number: number, line: string): Promise<string[]> =>
  withSeason(async (season) => {
    await season.line(file, number, line);
    return season.mistakes();
  });

describe('a good folder', () => {
  test('passes, and says how much there is to load', async () => {
    const checked = await EXAMPLE.read();
    expect(checked.records).toMatchObject({ members: 30, harvests: 509, work: 2630, sales: 1707, advances: 27 });
    expect(checked).toMatchObject({ receipts: 1125, scattered: false });
    expect(checked.markets).toHaveLength(5);
  });

  test('may have a byte order mark, line ends of Windows, blank lines and columns in another order', () =>
    withSeason(async (season) => {
      const products = (await season.text('products.csv')).trimEnd().split(/\r?\n/);
      await season.write('products.csv', `\u{FEFF}${products.join('\r\n')}\r\n\r\n`);
      await season.lines('members.csv', (lines) => lines.map((line) => line.split(',').reverse().join(',')));
      expect(await season.mistakes()).toEqual([]);
    }));

  test('may quote any text, with commas, quotes and line breaks in it', () =>
    withSeason(async (season) => {
      await season.line('losses.csv', 3, '2025-07-25T11:30:00-04:00,CHARD,1.17,kg,"frost, and ""rot""\r\nof the bed"');
      expect(await season.mistakes()).toEqual([]);
    }));

  test('may leave out columns and cells that obviously say nothing', () =>
    withSeason(async (season) => {
      const without = (file: string, index: number): Promise<void> =>
        season.lines(file, (lines) => lines.map((line) => line.split(',').toSpliced(index, 1).join(',')));
      await without('households.csv', 2);
      await without('structures.csv', 3);
      await without('harvests.csv', 6);
      await without('advances.csv', 3);
      await season.lines('expenses.csv', (lines) =>
        lines.map((line, i) => (i === 1 ? line.replace(/own$/, '') : line.replace(/own$/, 'OWN'))),
      );
      expect(await season.mistakes()).toEqual([]);
    }));

  test('may have a member in several rows: who left and came back, in any order', () =>
    withSeason(async (season) => {
      await season.lines('members.csv', ([header = '', ...lines]) => [
        ...[header, '018,Asunta,Callisaya Apaza,F,1991,F18,2026-05-01,'],
        ...lines,
        '018,Asunta,Callisaya Apaza,F,1991,F18,2015-02-01,2016-03-31',
      ]);
      expect(await season.mistakes()).toEqual([]);
      expect((await season.read()).returns).toEqual(new Set([1, 19]));
    }));

  test('may have the lines of a receipt scattered over its file', () =>
    withSeason(async (season) => {
      await season.lines('sales.csv', ([header = '', ...lines]) => [header, ...lines.sort(byHash)]);
      expect(await season.read()).toMatchObject({ receipts: 1125, scattered: true });
    }));

  test('may have no records but its headers', () =>
    withSeason(async (season) => {
      for (const file of ['harvests', 'deliveries', 'losses', 'work', 'care', 'expenses', 'advances', 'sales']) {
        await season.lines(`${file}.csv`, (lines) => lines.slice(0, 1));
      }
      expect(await season.mistakes()).toEqual([]);
    }));
});

describe('a mistake is shown with its file, line, column and reason', () => {
  test.each([
    [
      'harvests.csv',
      5,
      'H000004,2025-07-03T10:42:00-04:00,G9,LETTUCE,1,piece,0',
      35,
      'structure: "G9" is not in structures.csv',
    ],
    [
      'harvests.csv',
      5,
      'H000001,2025-07-03T10:42:00-04:00,G4,CHARD,1.5,kg,1',
      1,
      'code: H000001 stands twice in the file, first in record 1',
    ],
    [
      'deliveries.csv',
      2,
      'D000001,2025-07-05T09:57:00-04:00,921,ONION,1.3,arroba,37.33',
      35,
      'member: "921" is not in members.csv',
    ],
    ['losses.csv', 2, '2025-07-10T11:30:00-04:00,KALE,5,kg,spoiled', 27, 'product: "KALE" is not in products.csv'],
    ['losses.csv', 2, '2025-07-10T11:30:00-04:00,,5,kg,spoiled', 27, 'product: is empty'],
    ['work.csv', 2, '2025-07-01,099,sowing,240,G3,yes', 12, 'member: "099" is not in members.csv'],
    ['work.csv', 2, '2025-07-01,008,sowing,240,G3,maybe', 30, 'confirmed: "maybe": write yes or no'],
    ['expenses.csv', 2, 'E000001,2025-07-01,transport,93.28,EU', 36, 'funded_by: "EU" is not in grants.csv'],
    ['members.csv', 2, '001,Martina,Yujra,F,1993,F99,2018-05-13,', 26, 'household: "F99" is not in households.csv'],
    ['members.csv', 3, '001,Felipa,Yujra,F,1981,F02,2024-07-25,', 1, 'number: 001 stands twice'],
    ['units.csv', 3, 'LETTUCE,piece,1,2025-07-01', 17, 'valid_from: LETTUCE piece 2025-07-01 stands twice'],
    [
      'grants.csv',
      2,
      'CEF-2025,Fund,training,48000.00,2025-08-11,perhaps',
      44,
      'restricted: "perhaps": write yes or no',
    ],
    [
      'sales.csv',
      2,
      'R000001,0,2025-07-01T14:12:00-04:00,Villa Dolores,LETTUCE,4,amarro,24.00,cash',
      9,
      'line: "0": write a whole number',
    ],
  ])('%s line %i: %s', async (file, number, line, column, reason) => {
    const mistakes = await withLine(file, number, line);
    expect(mistakes).toContainEqual(expect.stringMatching(new RegExp(`^${file}:${number}:${column}: `)));
    expect(mistakes.find((text) => text.startsWith(`${file}:${number}:${column}: `))).toContain(reason);
  });

  test('rows of a member whose periods overlap, or that are of two persons', () =>
    withSeason(async (season) => {
      await season.lines('members.csv', (lines) => [
        ...lines,
        '018,Asunta,Callisaya Apaza,F,1991,F18,2026-03-15,',
        '018,Ana,Callisaya Apaza,F,1992,F18,2026-04-15,',
      ]);
      expect(await season.mistakes()).toEqual([
        'members.csv:32:1: number: 018 stands twice in the file, first in record 18',
        'members.csv:33:5: given_names: member 018 has Asunta in record 18',
        'members.csv:33:27: birth_year: member 018 has 1991 in record 18',
      ]);
    }));

  test('a receipt whose lines differ in moment, market or payment', () =>
    withSeason(async (season) => {
      await season.lines('sales.csv', (lines) => [
        ...lines,
        'RX,1,2025-07-01T14:12:00-04:00,Villa Dolores,LETTUCE,4,piece,24.00,cash',
        'RX,2,2025-07-01T14:13:00-04:00,Feria Viacha,LETTUCE,4,piece,24.00,qr',
        'RX,2,2025-07-01T14:12:00-04:00,Villa Dolores,LETTUCE,4,piece,24.00,cash',
      ]);
      expect(await season.mistakes()).toEqual([
        'sales.csv:1710:6: sold_at: receipt RX has 2025-07-01T14:12:00-04:00 on another line',
        'sales.csv:1710:32: market: receipt RX has Villa Dolores on another line',
        'sales.csv:1710:67: payment: receipt RX has cash on another line',
        'sales.csv:1711:4: line: receipt RX has a line 2 already',
      ]);
    }));

  test('on the line that an editor shows, below quoted line breaks of either kind', () =>
    withSeason(async (season) => {
      await season.lines('losses.csv', (lines) => [
        lines[0] ?? '',
        '2025-07-10T11:30:00-04:00,LETTUCE,5,piece,"one\r\ntwo\nthree"',
        '2025-07-25T11:30:00-04:00,CHARD,1.17,kg,"ä\nö",more',
        '2025-07-25T11:30:00-04:00,KALE,1.17,kg,rot',
      ]);
      expect(await season.mistakes()).toEqual([
        'losses.csv:6:4: the record has 6 fields, the header 5',
        'losses.csv:7:27: product: "KALE" is not in products.csv',
      ]);
    }));

  test('in a header: a column that is missing, unknown or there twice', () =>
    withSeason(async (season) => {
      await season.line('care.csv', 1, 'worked_on,member,member,minuts');
      expect(await season.mistakes()).toEqual([
        'care.csv:1:18: member: the column stands twice in the header',
        'care.csv:1:25: minuts: unknown column "minuts"',
        'care.csv:1:25: activity: the column is missing from the header',
        'care.csv:1:25: minutes: the column is missing from the header',
      ]);
    }));

  test('in its quoting or its encoding, or because the file is not there or empty', () =>
    withSeason(async (season) => {
      await season.line('care.csv', 4, '2025-12-12,002,"care" of,90');
      await season.line('losses.csv', 22, '2026-06-25T11:30:00-04:00,SPINACH,1.78,kg,"spoiled');
      await season.line('expenses.csv', 3, 'E000002,2025-07-02,sta"ll,5.01,own');
      await season.write(
        'advances.csv',
        Buffer.from('paid_on,member,amount,note\n2025-11-10,001,86.10,a\xf1o\n', 'latin1'),
      );
      await season.write('deliveries.csv', '');
      await season.remove('harvests.csv');
      expect(await season.mistakes()).toEqual([
        'harvests.csv:1:1: the file is missing or cannot be read',
        'deliveries.csv:1:1: the header is missing: code,delivered_at,member,product,quantity,unit,unit_price',
        'losses.csv:22:43: reason: the opening quote is never closed',
        'care.csv:4:16: activity: text stands behind the closing quote',
        'expenses.csv:3:20: category: a quote stands within a field that does not begin with one',
        'advances.csv:2:23: the file is not UTF-8: byte 50 is of no character',
      ]);
    }));

  test('where the folder itself is not there', async () => {
    await expect(new Season('/nowhere/at/all').mistakes()).resolves.toEqual([
      '/nowhere/at/all:1:1: there is no such folder',
    ]);
  });

  test('all of them, up to fifty, and that there are more', () =>
    withSeason(async (season) => {
      await season.lines('work.csv', (lines) => lines.map((line) => line.replace(/,(yes|no)$/, ',si')));
      const { mistakes, more } = await season.found();
      expect([mistakes.length, more]).toEqual([50, true]);
    }));

  test('what a table that cannot be read would have known is not held against the others', () =>
    withSeason(async (season) => {
      await season.remove('members.csv');
      await season.line('units.csv', 1, 'product,unit,factor,valid_from');
      expect((await season.mistakes()).map((text) => text.split(':')[0])).toEqual([
        'members.csv',
        'units.csv',
        'units.csv',
      ]);
    }));
});

describe('coop.json', () => {
  test.each([
    [
      '"10.00",\n    "rounding"',
      '10,\n    "rounding"',
      'coop.json:17:16: ruleSet.funds[0].percent: a text is expected here',
    ],
    ['"2026-06-30"', '"2026-06-31"', 'coop.json:8:9: season.to: "2026-06-31": There is no such day'],
    ['"America/La_Paz"', '"America/Chacoma"', 'coop.json:4:14: timezone: "America/Chacoma": There is no time zone'],
    ['"BOB"', '"XYZ"', 'coop.json:3:14: currency: "XYZ": There is no currency'],
    ['"cashUnit"', '"coin"', 'coop.json:10:10: coin: unknown field'],
    ['"currency": "BOB",', '"currency": "BOB"', 'coop.json:4:2: not JSON: "," is missing here'],
  ])('%s written as %s', async (from, to, expected) => {
    await withSeason(async (season) => {
      await season.write('coop.json', (await season.text('coop.json')).replace(from, to));
      expect(await season.mistakes()).toContainEqual(expect.stringContaining(expected));
    });
  });
});

test('whatever a table holds, the checker answers with places within the file', async () => {
  const files = (await readdir(CHACOMA)).filter((file) => file !== 'expected.json');
  await withSeason(async (season) => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...files),
        fc.nat(),
        fc.string({ unit: 'binary', maxLength: 12 }),
        async (file, at, junk) => {
          const good = await season.text(file);
          const place = at % good.length;
          const bad = good.slice(0, place) + junk + good.slice(place + 1);
          await season.write(file, bad);
          const lines = bad.split('\n').length;
          try {
            for (const mistake of await season.mistakes()) {
              const [, name = '', line = '', column = ''] = /^([^:]+):(\d+):(\d+): ./s.exec(mistake) ?? [];
              expect(name).toMatch(/\.(csv|json)$/);
              if (name === file) expect(Number(line)).toBeLessThanOrEqual(lines);
              expect(Number(line) * Number(column)).toBeGreaterThan(0);
            }
          } finally {
            await season.write(file, good);
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});

test('what is put aside while a folder is checked is gone afterwards, good or bad', () =>
  withSeason(async (season) => {
    const before = process.env['TMPDIR'];
    const temporary = join(season.folder, 'temporary');
    await mkdir(temporary);
    process.env['TMPDIR'] = temporary;
    try {
      expect(await season.mistakes()).toEqual([]);
      await season.line('sales.csv', 9, 'R000007,"');
      expect(await season.mistakes()).toHaveLength(1);
      expect(await readdir(temporary)).toEqual([]);
    } finally {
      if (before === undefined) delete process.env['TMPDIR'];
      else process.env['TMPDIR'] = before;
    }
  }));

/** An order that has nothing to do with that of the file, and is the same each time. */
function byHash(a: string, b: string): number {
  const hash = (text: string): number => [...text].reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) % 65_521, 7);
  return hash(a) - hash(b) || (a < b ? -1 : 1);
}
