import { describe, expect, test } from '@jest/globals';
import { figuresWithin, figureText, moneyText } from './figures.js';

describe('figures', () => {
  test.each([
    ['58176.90', '58.176,90', '58,176.90'],
    ['0.07', '0,07', '0.07'],
    ['1000', '1.000', '1,000'],
    ['-1234567.5', '-1.234.567,5', '-1,234,567.5'],
    ['999', '999', '999'],
    ['12a', '12a', '12a'],
    ['99999999999999999999.99', '99.999.999.999.999.999.999,99', '99,999,999,999,999,999,999.99'],
  ])('%s are written as people of each language do', (decimal, es, en) => {
    expect(figureText(decimal, 'es')).toBe(es);
    expect(figureText(decimal, 'en')).toBe(en);
  });

  test('stand behind the sign of their currency, and the minus before it', () => {
    expect(moneyText('4767.70', 'BOB', 'es')).toBe('Bs\u00a04.767,70');
    expect(moneyText('-1.00', 'CLP', 'en')).toBe('-CLP\u00a01.00');
  });

  test('of a sentence are written so, and what only looks like one stays', () => {
    expect(figuresWithin('10.00 % de 30000.01 = 3000.00; 23820 minutos de 47820, resto 23820/47820.', 'es')).toBe(
      '10,00 % de 30.000,01 = 3.000,00; 23.820 minutos de 47.820, resto 23.820/47.820.',
    );
    expect(figuresWithin('anticipo A-10001 de 2026-03-01, resolución 12.3.4', 'es')).toBe(
      'anticipo A-10001 de 2026-03-01, resolución 12.3.4',
    );
  });
});
