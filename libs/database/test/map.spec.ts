import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Database } from '../src/database.js';
import { newCoopId } from '../src/new-id.js';
import { statement } from '../src/statement.js';
import { openDatabase } from './open-database.js';

const count = statement('count up', 'SELECT n FROM generate_series(1, $1::int) AS n');
const divide = statement('divide down', 'SELECT 1 / n AS n FROM generate_series(2, 0, -1) AS n');

let database: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ database, close } = await openDatabase());
});
afterAll(() => close());

const squareOf = ({ n }: { n: number }): number => n * n;

test('what is made of rows comes in their order', async () => {
  const made = await database.read(newCoopId(), (tx) => tx.map(count, squareOf, [4]));
  expect(made).toEqual([1, 4, 9, 16]);
});

test('a row of which nothing can be made is told to who asked, and the connection goes on', async () => {
  const refuseThree = ({ n }: { n: number }): number => {
    if (n === 3) throw new Error('not three');
    return n;
  };
  const coop = newCoopId();
  await expect(database.read(coop, (tx) => tx.map(count, refuseThree, [5]))).rejects.toThrow('not three');
  expect(await database.read(coop, (tx) => tx.map(count, squareOf, [2]))).toEqual([1, 4]);
});

test('of an answer that breaks off nothing is given', async () => {
  const made = database.read(newCoopId(), (tx) => tx.map(divide, squareOf));
  await expect(made).rejects.toMatchObject({ code: '22012' });
});
