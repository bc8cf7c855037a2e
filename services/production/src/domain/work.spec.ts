import { describe, expect, test } from '@jest/globals';
import { Refusal } from '@ayni/kernel';
import { mayConfirm, type StandingWork } from './work.js';

const work: StandingWork = {
  code: 'W1',
  member: '007',
  recordedBy: 'ana',
  confirmed: false,
  reversed: false,
};

const confirming = (standing: Partial<StandingWork>, member: string | null): unknown => {
  try {
    return mayConfirm({ ...work, ...standing }, { member }, '/codes/0');
  } catch (error) {
    return error instanceof Refusal ? error.code : error;
  }
};

describe('confirming work', () => {
  test('is for another person than the one who worked', () => {
    expect(confirming({}, '008')).toBe(true);
    expect(confirming({}, null)).toBe(true);
    expect(confirming({}, '007')).toBe('second-person-needed');
  });

  test('changes nothing where it was done before, even if the record was taken back since', () => {
    expect(confirming({ confirmed: true }, '008')).toBe(false);
    expect(confirming({ confirmed: true, reversed: true }, '007')).toBe(false);
  });

  test('is refused where the record was taken back before', () => {
    expect(confirming({ reversed: true }, '008')).toBe('already-reversed');
  });
});
