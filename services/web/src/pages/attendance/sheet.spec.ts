import { expect, test } from '@jest/globals';
import { codeOf, minutesIn, workOf } from './sheet.js';

const HEAD = { day: '2026-03-02', activity: 'Siembra de cebolla', structure: 'G1' };

test('the same sheet sent twice has the same codes, and another day or task has others', () => {
  expect(codeOf(HEAD, '001')).toBe('2026-03-02/Siembra-de-cebol/G1/001');
  expect(codeOf({ ...HEAD, structure: '' }, '001')).toBe('2026-03-02/Siembra-de-cebol/001');
  expect(codeOf({ ...HEAD, day: '2026-03-03' }, '001')).not.toBe(codeOf(HEAD, '001'));
});

test('hours are typed as people write them', () => {
  expect(['8', '7,5', '7.5', '7:30', '', 'ocho'].map(minutesIn)).toEqual([480, 450, 450, 450, undefined, undefined]);
});

test('who did not work is not on the sheet', () => {
  const rows = [
    { member: '001', hours: '8' },
    { member: '002', hours: '' },
    { member: '003', hours: '0' },
  ];
  expect(workOf(HEAD, rows, undefined)).toEqual([
    {
      code: '2026-03-02/Siembra-de-cebol/G1/001',
      workedOn: '2026-03-02',
      member: '001',
      activity: 'Siembra de cebolla',
      minutes: 480,
      structure: 'G1',
    },
  ]);
});
