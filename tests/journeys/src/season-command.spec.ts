import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { cp, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { testFolder } from '@ayni/testing/test-folder';
import { until } from '@ayni/testing/until';
import { runProgram, WORKSPACE } from '@ayni/testing/run-program';

const CHACOMA = join(WORKSPACE, 'examples/chacoma');

let place: string;
/** Where the command makes its temporary folders. */
let temporary: string;

beforeAll(async () => {
  place = testFolder();
  temporary = join(place, 'tmp');
  await mkdir(temporary, { recursive: true });
});

afterAll(() => rm(place, { recursive: true, force: true }));

const SEASON = join(WORKSPACE, 'tools/season/dist/main.js');

const season = (folder: string, out: string): ReturnType<typeof runProgram> =>
  runProgram(process.execPath, [SEASON, folder, '--json', out], { environment: { TMPDIR: temporary } });

/** The same as people type it, who build it each time before it runs. */
const typedSeason = (folder: string, out: string): ReturnType<typeof runProgram> =>
  runProgram('npm', ['run', '-s', 'season', '--', folder, '--json', out], { environment: { TMPDIR: temporary } });

test('a command that is killed takes its system along, and the next one clears away what is left of it', async () => {
  const words = [SEASON, CHACOMA, '--json', join(place, 'killed.json')];
  const child = spawn(process.execPath, words, { env: { ...process.env, TMPDIR: temporary }, stdio: 'ignore' });
  const lockFile = await until(async () => {
    const [folder = ''] = await readdir(temporary);
    const path = join(temporary, folder, 'postgres', 'postmaster.pid');
    await stat(path);
    return path;
  });
  // below zero while the database is being made
  const pid = Math.abs(Number.parseInt(await readFile(lockFile, 'utf8'), 10));
  child.kill('SIGKILL');
  await until(() => {
    try {
      return !process.kill(pid, 0);
    } catch {
      return true;
    }
  });
  // the next test sees that its folder goes, too
});

test('one command takes a book of years through a system of its own, to the centavo, with all that carries over from one season to the next, whether columns that say nothing are there or not, and leaves nothing behind', async () => {
  const book = join(WORKSPACE, 'examples/chacoma-years');
  const copied = join(place, 'years');
  await cp(book, copied, { recursive: true });
  const change = async (file: string, edit: (line: string, i: number) => string): Promise<void> => {
    const path = join(copied, '2024-2025', file);
    const lines = (await readFile(path, 'utf8')).trimEnd().split('\n');
    await writeFile(path, `${lines.map(edit).join('\n')}\n`);
  };
  const without = (index: number) => (line: string) => line.split(',').toSpliced(index, 1).join(',');
  await change('households.csv', without(2));
  await change('structures.csv', without(3));
  await change('advances.csv', without(3));
  await change('expenses.csv', (line, i) => line.replace(/own$/, i % 2 === 0 ? '' : 'OWN'));
  const out = join(place, 'years.json');
  const { status, errors } = await typedSeason(copied, out);
  expect([status, errors.replaceAll(/npm warn.*\n/g, '')]).toEqual([0, '']);
  const [made, expected] = await Promise.all([out, join(book, 'expected.json')].map((path) => readFile(path, 'utf8')));
  expect(JSON.parse(made ?? '')).toMatchObject(JSON.parse(expected ?? ''));
  expect(await readdir(temporary)).toEqual([]);
});

/** So many lines of a file show what follows from mistakes in others; of all of them each would be tried. */
const LINES_ENOUGH = 120;
/** Enough that some stand hundreds of lines down. */
const LINES_OF_RECORDS = 301;

/** What the command says of the example season, all of it or the first lines of each file, with some of them replaced. */
async function mistakes(
  name: string,
  broken: Readonly<Record<string, Readonly<Record<number, string>>>>,
  most = Infinity,
): Promise<string[]> {
  const folder = join(place, name);
  await cp(CHACOMA, folder, { recursive: true });
  for (const file of (await readdir(folder)).filter((found) => found.endsWith('.csv'))) {
    const lines = (await readFile(join(folder, file), 'utf8')).trimEnd().split('\n');
    await writeFile(join(folder, file), `${lines.slice(0, most).join('\n')}\n`);
  }
  for (const [file, changed] of Object.entries(broken)) {
    const lines = (await readFile(join(folder, file), 'utf8')).split('\n');
    for (const [number, line] of Object.entries(changed)) lines[Number(number) - 1] = line;
    await writeFile(join(folder, file), lines.join('\n'));
  }
  const out = join(place, `${name}.json`);
  const { status, errors } = await season(folder, out);
  expect(status).toBe(2);
  await expect(stat(out)).rejects.toThrow('ENOENT');
  expect(await readdir(temporary)).toEqual([]);
  return errors.trimEnd().split('\n');
}

test('whatever is wrong with the records of a folder is told at once, by file, line and column, and nothing is written', async () => {
  const mistaken = {
    'harvests.csv': {
      5: 'H000004,2025-07-03T10:42:00-04:00,G9,LETTUCE,1,piece,0',
      6: 'H000005,2025-07-03T10:42:00-04:00,G4,LETTUCE,1.5,piece,0',
      7: 'H000006,2025-07-03T10:42:00-04:00,G4,CHARD,1.5,kg,1.6',
      8: 'H000007,2025-07-03 10:42,G4,CHARD,1.5,kg,1',
      9: 'H000008,2025-06-30T23:59:00-04:00,G4,CHARD,1.5,kg,1',
      300: 'H000001,2025-07-03T10:42:00-04:00,G4,CHARD,1.5,kg,1',
    },
    'deliveries.csv': {
      3: 'D000002,2025-07-05T09:57:00-04:00,021,ONION,1.3,arroba,37.333',
      4: 'D000003,2025-07-05T09:57:00-04:00,021,ONION,-1.3,arroba,37.33',
    },
    'losses.csv': {
      2: '2025-07-10T11:30:00-04:00,LETTUCE,5,bag,spoiled',
      3: '2025-07-10T11:30:00-04:00,KALE,5,kg,spoiled',
      4: '2025-07-10T11:30:00-04:00,LETTUCE,5,piece,',
    },
    'work.csv': {
      2: '2025-02-30,008,sowing,240,G3,yes',
      4: '2025-07-01,008,sowing,1441,G3,yes',
      5: '2025-07-01,008,sowing,2.5,G3,yes',
    },
    'expenses.csv': { 2: 'E000001,2025-07-01,transport,1e3,own' },
    'advances.csv': { 2: '2099-12-10,001,86.10,anticipo' },
    'sales.csv': {
      2: 'R000001,1,2025-07-01T14:12:00-04:00,Villa Dolores,LETTUCE,4,amarro,24.00,barter',
      3: 'R000002,1,2025-07-01T17:21:00-04:00,,SPINACH,1,amarro,5.00,credit',
      300: 'R000003,2,2025-07-01T13:45:00-04:00,Venta en Chacoma,LETTUCE,4,amarro,5.001,cash',
    },
  };
  const told = await mistakes('records', mistaken, LINES_OF_RECORDS);
  expect(told).toEqual([
    'harvests.csv:5:35: structure: "G9" is not in structures.csv',
    'harvests.csv:6:46: quantity: "1.5": 1.5 piece is not a whole number of pieces.',
    'harvests.csv:7:51: home_use: "1.6": 1.6 kg cannot be taken home of a harvest of 1.5 kg.',
    expect.stringContaining(
      'harvests.csv:8:9: harvested_at: "2025-07-03 10:42": Write a date and time with its offset',
    ),
    'harvests.csv:9:48: unit: "kg": The unit kg is not in force for CHARD on 30 June 2025.',
    'harvests.csv:300:1: code: H000001 stands twice in the file, first in record 1',
    expect.stringContaining('deliveries.csv:3:56: unit_price: "37.333": Write an amount'),
    expect.stringContaining('deliveries.csv:4:45: quantity: "-1.3": Write a quantity above zero'),
    'losses.csv:2:37: unit: "bag": The unit bag is not in force for LETTUCE on 10 July 2025.',
    'losses.csv:3:27: product: "KALE" is not in products.csv',
    'losses.csv:4:43: reason: is empty',
    expect.stringContaining('work.csv:2:1: worked_on: "2025-02-30": There is no such day'),
    expect.stringContaining('work.csv:4:23: minutes: "1441": '),
    expect.stringContaining('work.csv:5:23: minutes: "2.5": '),
    expect.stringContaining('expenses.csv:2:30: amount: "1e3": Write an amount'),
    'advances.csv:2:1: paid_on: "2099-12-10": The day 10 December 2099 is in the future.',
    expect.stringMatching(/^sales.csv:2:74: payment: "barter": .*«cash», «qr», «credit»/),
    'sales.csv:3:37: market: is empty',
    expect.stringContaining('sales.csv:300:71: unit_price: "5.001": Write an amount'),
  ]);
});

test('whatever is wrong with a register is told, but not what only follows from it', async () => {
  const told = await mistakes(
    'register',
    {
      'members.csv': {
        2: '001,Martina,Yujra,W,1993,F01,2018-05-13,',
        3: '002,Felipa,Yujra,F,19x1,F99,2024-07-25,',
        5: '004,Felipa,Yujra,F,1981,F02,2018-05-13,2017-01-01',
      },
      'products.csv': { 2: 'LETTUCE,Lechuga,kg' },
      'units.csv': { 5: 'SPINACH,amarro,x,2025-07-01' },
      'structures.csv': { 2: 'G1,Carpa solar 1,tent,96' },
      'grants.csv': { 2: 'CEF-2025,Fund,training,48000.00,2025-08-11,perhaps' },
    },
    LINES_ENOUGH,
  );
  expect(told).toEqual([
    expect.stringMatching(/^members.csv:2:19: sex: "W": .*«F», «M», «X»/),
    expect.stringContaining('members.csv:3:20: birth_year: "19x1": '),
    'members.csv:3:25: household: "F99" is not in households.csv',
    expect.stringContaining('members.csv:5:40: left_on: "2017-01-01": '),
    expect.stringMatching(/^products.csv:2:17: stock_unit: "kg": .*«g», «piece»/),
    expect.stringContaining('units.csv:5:16: factor_to_stock_unit: "x": '),
    expect.stringMatching(/^structures.csv:2:18: kind: "tent": .*«greenhouse», «plot», «pen»/),
    'grants.csv:2:44: restricted: "perhaps": write yes or no',
  ]);
});

test('whatever is wrong with the rules of coop.json is told at once, in the place where it stands', async () => {
  const told = await mistakes(
    'rules',
    {
      'coop.json': {
        8: '  "to": "2025-06-30"',
        10: ' "cashUnit": "0",',
        18: '    "rounding": "even"',
        22: '    "name": "",',
        29: '    "percent": "105.00",',
        35: '    "basis": "luck",',
        43: '    "basis": "value-delivered",',
      },
      'work.csv': { 2: '2025-02-30,008,sowing,240,G3,yes' },
    },
    LINES_ENOUGH,
  );
  expect(told).toEqual([
    'coop.json:22:13: ruleSet.funds[1].name: "": The field «name in Spanish» is not valid: is empty.',
    'coop.json:8:9: season.to: "2025-06-30": The order is not valid: it begins after its end.',
    expect.stringContaining('coop.json:18:17: ruleSet.funds[0].rounding: "even": '),
    expect.stringContaining('coop.json:29:16: ruleSet.funds[2].percent: "105.00": '),
    expect.stringContaining('coop.json:35:14: ruleSet.bases[0].basis: "luck": '),
    expect.stringContaining('coop.json:43:14: ruleSet.bases[2].basis: "value-delivered": '),
    expect.stringContaining('coop.json:10:14: cashUnit: "0": '),
    expect.stringContaining('work.csv:2:1: worked_on: "2025-02-30": There is no such day'),
  ]);
});

test('a co-op that cannot be set up is told where coop.json names it', async () => {
  expect(await mistakes('coop', { 'coop.json': { 2: ' "name": " ",' } })).toEqual([
    'coop.json:2:10: name: " ": The field «name» is not valid: is empty.',
  ]);
});
