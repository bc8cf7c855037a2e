import { expect, test } from '@jest/globals';
import { renderUnicodeCompact } from 'uqr';
import { addressLines } from './address-lines.js';
import { speaker } from './translations.js';

test.each([
  ['es', 'Ayni está listo en http://127.0.0.1:4500'],
  ['en', 'Ayni is ready at http://127.0.0.1:4500'],
] as const)('people get the address and a QR of it, in %s', (language, sentence) => {
  const lines = addressLines({ url: 'http://127.0.0.1:4500', network: undefined }, speaker(language));
  expect(lines.startsWith(`${sentence}\n`)).toBe(true);
  expect(lines).toContain(renderUnicodeCompact('http://127.0.0.1:4500'));
});
