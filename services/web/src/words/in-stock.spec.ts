import { expect, test } from '@jest/globals';
import { inStock } from './in-stock.js';

test('what the store counts in grams is said in kilos, exactly, and pieces stay pieces', () => {
  expect(inStock('3820', 'g')).toBe('3,82 kg');
  expect(inStock('2809450', 'g')).toBe('2.809,45 kg');
  expect(inStock('-500', 'g')).toBe('-0,5 kg');
  expect(inStock('0', 'g')).toBe('0 kg');
  expect(inStock('8675', 'piece')).toBe('8.675 piezas');
});
