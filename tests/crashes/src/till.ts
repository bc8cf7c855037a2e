import { Answer } from '@ayni/api-client/answer';
import { rowOf, type Sale } from './market.js';

/** What came of one attempt to sell: the API's answer, or none. */
export type Outcome = { readonly status: number; readonly code: string };

/** Somebody who sells and takes the first answer, whatever it is. */
export class Till {
  private constructor(
    private readonly url: string,
    private readonly token: string,
  ) {}

  static async open(url: string, signIn: { coop: string; user: string; password: string }): Promise<Till> {
    const headers = { 'content-type': 'application/json' };
    const reply = await fetch(`${url}/api/members/v1/sessions`, {
      ...{ method: 'POST', headers, body: JSON.stringify(signIn) },
    });
    return new Till(url, new Answer(await reply.json(), 'session').field('token').text);
  }

  /** Sells one receipt; tried again under the same key, it is sold once. */
  async sell(sale: Sale): Promise<Outcome> {
    try {
      const reply = await fetch(`${this.url}/api/sales/v1/sales`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${this.token}`,
          'idempotency-key': sale.receipt,
          // one that is kept may be closed just as the next sale goes out on it, which then has no answer at all
          connection: 'close',
        },
        body: JSON.stringify({ rows: [rowOf(sale)] }),
      });
      const body = new Answer(await reply.json(), 'sale');
      return { status: reply.status, code: reply.ok ? '' : String(body.field('code').value) };
    } catch (error) {
      return { status: 0, code: String(error) };
    }
  }
}
