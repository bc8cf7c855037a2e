import { setTimeout as pause } from 'node:timers/promises';
import type { Answer } from '@ayni/api-client/answer';
import type { Client } from '@ayni/api-client/client';
import { insist } from './insist.js';

const SEASON = '2025';
const SERVICES = ['production', 'inventory', 'sales', 'profit-sharing'] as const;
const BETWEEN_SALES_MS = 200;
const HARVESTED_KG = 10_000_000;
const GRAMS_PER_KG = 1_000;
const PRODUCTS = ['ONION', 'LETTUCE', 'RADISH'] as const;

/** A receipt as it is sent and as it counts. */
export type Sale = {
  readonly receipt: string;
  readonly lines: readonly { readonly product: string; readonly kg: number; readonly centavos: number }[];
};

/** A co-op that harvests once and sells from then on, and knows what it sold. */
export class Market {
  /** What was accepted, by receipt. */
  readonly sold = new Map<string, Sale>();

  private constructor(private readonly client: Client) {}

  /** Gives the co-op of `client` something to sell and a season to sell it in. */
  static async open(client: Client): Promise<Market> {
    const commands = [
      await client.command('/api/inventory/v1/products', {
        rows: PRODUCTS.map((code) => ({ code, name: code.toLowerCase(), stockUnit: 'g', shelfLifeDays: 30 })),
      }),
      await client.command('/api/inventory/v1/units', {
        rows: PRODUCTS.map((product) => ({ product, unit: 'kg', factor: '1000', validFrom: '2024-01-01' })),
      }),
    ];
    for (const service of SERVICES) for (const command of commands) await client.settled(command, service);
    await client.post('/api/sales/v1/markets', { rows: [{ name: 'Villa Dolores' }] });
    await client.post('/api/production/v1/structures', {
      rows: [{ code: 'G1', name: 'Greenhouse', kind: 'greenhouse', areaM2: '96' }],
    });
    const season = { code: SEASON, name: 'Season', from: '2025-01-01', to: '2025-12-31', cashUnit: '0.10' };
    const ruleSet = {
      ...{ code: 'by-work', steps: [] },
      ...{ bases: [{ basis: 'work-minutes', percent: '100.00' }], offsets: { order: [] } },
    };
    await client.post('/api/profit-sharing/v1/seasons', { rows: [{ ...season, ruleSet }] });
    const harvest = { harvestedAt: '2025-03-01T06:00:00-04:00', structure: 'G1', unit: 'kg', homeUse: '0' };
    await client.post('/api/production/v1/harvests', {
      rows: PRODUCTS.map((product) => ({ code: `H-${product}`, ...harvest, product, quantity: String(HARVESTED_KG) })),
    });
    return new Market(client);
  }

  /** Sells receipts in one request, which is sent again until it is answered. */
  async sell(...sales: readonly Sale[]): Promise<void> {
    const rows = sales.map(rowOf);
    await insist(() => this.client.post('/api/sales/v1/sales', { rows }));
    for (const sale of sales) this.sold.set(sale.receipt, sale);
  }

  /** Has `sellers` sell until told to stop, at the pace of people: flat out they would take a core from what is tried. */
  async keepSelling(sellers: number, isOver: () => boolean): Promise<void> {
    const sellAll = async (who: number): Promise<void> => {
      for (let n = 0; !isOver(); n += 1) {
        await this.sell(saleOf(`K-${who}-${n}`, who + n));
        await pause(BETWEEN_SALES_MS);
      }
    };
    await Promise.all(Array.from({ length: sellers }, (_, who) => sellAll(who)));
  }

  /** What the books of sales, stock and ledger hold of what was sold, and what they should. */
  async sums(): Promise<{ readonly held: Sums; readonly due: Sums }> {
    const figures = await this.client.get(`/api/profit-sharing/v1/seasons/${SEASON}/figures`);
    const balances = await this.client.get('/api/profit-sharing/v1/ledger/balances');
    const stock = await this.client.get('/api/inventory/v1/stock?on=2025-12-31');
    const lines = [...this.sold.values()].flatMap((sale) => sale.lines);
    const total = lines.reduce((sum, { centavos }) => sum + centavos, 0);
    const revenue = balances.field('items').list.find((item) => item.field('account').text === 'sales-revenue');
    const grams = (of: (product: string) => number): Record<string, number> =>
      Object.fromEntries(PRODUCTS.map((product) => [product, of(product)]));
    return {
      held: {
        receipts: figures.field('receipts').number,
        lines: figures.field('saleLines').number,
        revenue: figures.field('revenue').text,
        ledger: revenue?.field('balance').text ?? '0.00',
        gramsSold: grams((product) => Number(itemOf(stock, product)?.field('sold').text ?? 0)),
        gramsLeft: grams((product) => Number(itemOf(stock, product)?.field('onHand').text ?? 0)),
      },
      due: {
        receipts: this.sold.size,
        lines: lines.length,
        revenue: amountOf(total),
        ledger: amountOf(total),
        gramsSold: grams((product) => gramsOf(lines, product)),
        gramsLeft: grams((product) => HARVESTED_KG * GRAMS_PER_KG - gramsOf(lines, product)),
      },
    };
  }
}

/** What a season's sales come to. */
export type Sums = {
  readonly receipts: number;
  readonly lines: number;
  readonly revenue: string;
  readonly ledger: string;
  readonly gramsSold: Readonly<Record<string, number>>;
  readonly gramsLeft: Readonly<Record<string, number>>;
};

/** A receipt of one to three lines that differ by `n`. */
export const saleOf = (receipt: string, n: number): Sale => ({
  receipt,
  lines: PRODUCTS.slice(0, 1 + (n % PRODUCTS.length)).map((product, line) => {
    const kg = 1 + ((n + line) % 7);
    return { product, kg, centavos: kg * (100 + (n % 900)) };
  }),
});

/** The receipt in the words of the API. */
export const rowOf = ({ receipt, lines }: Sale): object => ({
  ...{ receipt, soldAt: '2025-06-01T10:00:00-04:00', market: 'Villa Dolores', payment: 'cash' },
  lines: lines.map(({ product, kg, centavos }) => ({
    ...{ product, quantity: String(kg), unit: 'kg', unitPrice: amountOf(centavos / kg) },
  })),
});

const itemOf = (stock: Answer, product: string): Answer | undefined =>
  stock.field('items').list.find((item) => item.field('product').text === product);

const gramsOf = (lines: Sale['lines'], product: string): number =>
  lines.reduce((sum, line) => sum + (line.product === product ? line.kg * GRAMS_PER_KG : 0), 0);

const amountOf = (centavos: number): string => (centavos / 100).toFixed(2);
