import { Agent, request } from 'node:http';
import { fieldOf } from '@ayni/kernel';
import { Client } from '@ayni/api-client/client';
import type { Product } from '../machine/product.js';

const COOP = 'bench';
const USER = 'seller';
const PASSWORD = 'a-password-of-the-bench';
const PRODUCTS = ['LETTUCE', 'TOMATO'];
const CONSUMERS = ['inventory', 'profit-sharing'] as const;
/** Each lot meets some fifty receipts, and all of them together many more than are sold here. */
const HARVESTS = 5;
const HARVESTS_ROWS = 1_000;
const HARVESTED = '200';
const OK = 200;
const CREATED = 201;
const WAIT_S = 30;

/** A command that was answered: its id, and its events as the commands route asks for them. */
export type SaleCommand = { readonly command: string; readonly events: string };

/** A co-op with stock, a market and a user who sells. */
export class Stall {
  private readonly agent = new Agent({ keepAlive: true });
  private token = '';

  private constructor(
    readonly url: string,
    /** Its id. */
    readonly coop: string,
    private readonly soldAt: string,
  ) {}

  /** Makes the co-op of a new system and brings in its harvests. */
  static async open({ url, setupCode }: Pick<Product, 'url' | 'setupCode'>): Promise<Stall> {
    const coop = { code: COOP, name: 'Bench', currency: 'BOB', timezone: 'America/La_Paz' };
    const client = await Client.setUp(url, setupCode, coop, { name: USER, password: PASSWORD });
    const now = new Date();
    const year = now.getUTCFullYear();
    await known(
      client,
      '/api/inventory/v1/products',
      PRODUCTS.map((code) => ({ code, name: code, stockUnit: 'piece' })),
    );
    const since = `${year - 1}-01-01`;
    await known(
      client,
      '/api/inventory/v1/units',
      PRODUCTS.map((product) => ({ product, unit: 'piece', factor: '1', validFrom: since })),
    );
    await client.post('/api/production/v1/structures', {
      rows: [{ code: 'G1', name: 'G1', kind: 'greenhouse', areaM2: '96' }],
    });
    await client.post('/api/sales/v1/markets', { rows: [{ name: 'Viacha' }] });
    await client.post('/api/profit-sharing/v1/seasons', {
      rows: [
        {
          code: 'bench',
          name: 'Bench',
          from: since,
          to: `${year + 1}-12-31`,
          cashUnit: '0.10',
          ruleSet: { code: 'equal', steps: [], bases: [{ basis: 'equal', percent: '100.00' }] },
        },
      ],
    });
    for (const product of PRODUCTS)
      for (let load = 0; load < HARVESTS; load += 1) {
        const command = await client.command('/api/production/v1/harvests', {
          rows: Array.from({ length: HARVESTS_ROWS }, (_, i) => ({
            code: `H-${product}-${load}-${i}`,
            harvestedAt: now.toISOString(),
            structure: 'G1',
            product,
            quantity: HARVESTED,
            unit: 'piece',
            homeUse: '0',
          })),
        });
        await client.settled(command, 'inventory');
      }
    const id = (await client.get('/api/members/v1/coop')).field('id').text;
    const stall = new Stall(url, id, now.toISOString());
    await stall.signIn();
    return stall;
  }

  /** A new token; they are short-lived. */
  async signIn(): Promise<void> {
    const answer = await this.send('POST', '/api/members/v1/sessions', {
      body: JSON.stringify({ coop: COOP, user: USER, password: PASSWORD }),
    });
    const token = fieldOf(JSON.parse(answer), 'token');
    if (typeof token !== 'string') throw new Error('no token');
    this.token = token;
  }

  /** Sells two lines on one receipt; its number is the command's Idempotency-Key too. */
  async sell(receipt: string): Promise<SaleCommand> {
    const [lettuce, tomato] = PRODUCTS;
    const body = JSON.stringify({
      rows: [
        {
          receipt,
          soldAt: this.soldAt,
          market: 'Viacha',
          payment: 'cash',
          lines: [
            { product: lettuce, quantity: '4', unit: 'piece', unitPrice: '2.50' },
            { product: tomato, quantity: '1', unit: 'piece', unitPrice: '2.55' },
          ],
        },
      ],
    });
    const answer = await this.send('POST', '/api/sales/v1/sales', { body, key: receipt });
    const command = fieldOf(JSON.parse(answer), 'command');
    const [id, events] = [fieldOf(command, 'id'), fieldOf(command, 'events')];
    if (typeof id !== 'string' || typeof events !== 'object' || events === null) throw new Error('no command');
    return {
      command: id,
      events: Object.entries(events)
        .map((pair) => pair.join(':'))
        .join(','),
    };
  }

  /** Waits until inventory has issued the stock of a sale and profit-sharing has posted it. */
  async applied({ command, events }: SaleCommand): Promise<void> {
    const query = `events=${events}&wait=${WAIT_S}`;
    await Promise.all(
      CONSUMERS.map(async (service) => {
        const answer = await this.send('GET', `/api/${service}/v1/commands/${command}?${query}`, {});
        const progress: unknown = JSON.parse(answer);
        if (fieldOf(progress, 'applied') !== 1) throw new Error(`${service} has not applied the sale: ${answer}`);
      }),
    );
  }

  close(): void {
    this.agent.destroy();
  }

  private send(method: string, path: string, content: { body?: string; key?: string }): Promise<string> {
    const { body, key } = content;
    const headers = {
      ...(this.token === '' ? {} : { authorization: `Bearer ${this.token}` }),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
      ...(body === undefined
        ? {}
        : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body).toString() }),
    };
    return new Promise((resolve, reject) => {
      const sent = request(new URL(path, this.url), { agent: this.agent, method, headers }, (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (part: string) => (text += part));
        response.once('error', reject);
        response.once('end', () => {
          const { statusCode } = response;
          if (statusCode === OK || statusCode === CREATED) resolve(text);
          else reject(new Error(`${method} ${path} was answered ${statusCode}: ${text}`));
        });
      });
      sent.once('error', (error) => {
        // a server may close an idle connection just as it is used again; the key keeps a sale from being done twice
        if (sent.reusedSocket && Reflect.get(error, 'code') === 'ECONNRESET')
          this.send(method, path, content).then(resolve, reject);
        else reject(error);
      });
      sent.end(body);
    });
  }
}

/** Enters what other services must know before they take what refers to it. */
async function known(client: Client, path: string, rows: readonly object[]): Promise<void> {
  const command = await client.command(path, { rows });
  for (const service of ['production', 'sales', ...CONSUMERS] as const) await client.settled(command, service);
}
