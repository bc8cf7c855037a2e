import { expect, test } from '@jest/globals';
import { withFigures } from './money.js';

test('figures in a sentence of the system are written as people write them, and codes stay as they are', () => {
  expect(withFigures('10.00 % de 80298.83, redondeado hacia arriba: 8029.89; quedan 72268.94')).toBe(
    '10,00 % de 80.298,83, redondeado hacia arriba: 8.029,89; quedan 72.268,94',
  );
  expect(withFigures('anticipo A-1.5 del 2.3.2026, 139035/608325 de centavo')).toBe(
    'anticipo A-1.5 del 2.3.2026, 139035/608325 de centavo',
  );
});
