import { expect, test } from '@jest/globals';
import { assembled } from './assembled.js';

abstract class HarvestsPort {
  abstract product(): string;
}

abstract class StockPort {
  abstract kilos(): number;
}

class Tell {
  constructor(
    private readonly harvests: HarvestsPort,
    private readonly stock: StockPort,
  ) {}

  run(): string {
    return `${this.stock.kilos()} kg of ${this.harvests.product()}`;
  }
}

test('a class is made of what is kept under the tokens, in their order', async () => {
  const { provide, inject, useFactory } = assembled(Tell, HarvestsPort, StockPort);
  expect({ provide, inject }).toEqual({ provide: Tell, inject: [HarvestsPort, StockPort] });
  const tell = await useFactory({ product: () => 'quinoa' }, { kilos: () => 7 });
  expect(tell.run()).toBe('7 kg of quinoa');
});

test('tokens that are not those of the constructor do not compile', () => {
  // @ts-expect-error -- one is missing
  assembled(Tell, HarvestsPort);
  // @ts-expect-error -- one is too many
  assembled(Tell, HarvestsPort, StockPort, StockPort);
  // @ts-expect-error -- two are swapped
  assembled(Tell, StockPort, HarvestsPort);
  // @ts-expect-error -- one is of another kind
  assembled(Tell, HarvestsPort, Date);
  // @ts-expect-error -- an object is no token
  assembled(Tell, HarvestsPort, { kilos: () => 7 });
});
