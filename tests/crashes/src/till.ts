import { Answer } from '@ayni/api-client/answer';
import { rowOf, type Sale } from './market.js';

/** What came of one attempt to sell: the API's answer, or none. */
export type Outcome = {
  readonly status: number;
  /** Of a refusal, or of what kept the answer away. */
  readonly code: string;
  readonly body: string;
  /** Whether the answer had been given before. */
  readonly isReplayed: boolean;
};

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

  /** Sells receipts in one request, under the number of the first as key; tried again, they are sold once. */
  async sell(first: Sale, ...more: readonly Sale[]): Promise<Outcome> {
    try {
      const reply = await fetch(`${this.url}/api/sales/v1/sales`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${this.token}`,
          'idempotency-key': first.receipt,
          // one that is kept may be closed just as the next sale goes out on it, which then has no answer at all
          connection: 'close',
        },
        body: JSON.stringify({ rows: [first, ...more].map(rowOf) }),
      });
      const body = await reply.text();
      const code = reply.ok ? '' : String(new Answer(JSON.parse(body), 'sale').field('code').value);
      return { status: reply.status, code, body, isReplayed: reply.headers.get('idempotent-replay') === 'true' };
    } catch (error) {
      return { status: 0, code: String(error), body: '', isReplayed: false };
    }
  }
}
