import { expect, test } from '@jest/globals';
import { statement } from './statement.js';

test('one name stands for one statement', () => {
  expect(statement('of a spec', 'SELECT 1')).toEqual(statement('of a spec', 'SELECT 1'));
  expect(() => statement('of a spec', 'SELECT 2')).toThrow('two statements are named of a spec');
});

test('a name that PostgreSQL would cut is refused', () => {
  expect(statement('n'.repeat(63), 'SELECT 1').name).toHaveLength(63);
  expect(() => statement('n'.repeat(64), 'SELECT 1')).toThrow('is too long');
  expect(() => statement('ñ'.repeat(32), 'SELECT 1')).toThrow('is too long');
});
