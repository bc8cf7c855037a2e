import { randomUUID } from 'node:crypto';
import { Client } from '@ayni/api-client/client';
import { spreadOf } from '../figure.js';
import { Product } from '../machine/product.js';
import type { Row } from '../row.js';

const ROUNDS = 5;
const REQUESTS = 8;
const MEGABYTE = 1e6;
const USER = { name: 'refuser', password: 'a-password-of-the-bench' };
const COOP = { code: 'bench', name: 'Bench', currency: 'BOB', timezone: 'America/La_Paz' };

const filled = (bytes: number, of: (i: number) => string): string => {
  const parts: string[] = [];
  for (let size = 0; size < bytes;) {
    const part = of(parts.length);
    parts.push(part);
    size += part.length + 1;
  }
  return parts.join(',');
};

/** Bodies that are wrong in many places, each of about so many bytes. */
const BAD: Readonly<Record<string, (bytes: number) => string>> = {
  'unknown fields': (bytes) => `{${filled(bytes, (i) => `"k${i}":1`)}}`,
  'empty rows': (bytes) => `{"rows":[${filled(bytes, () => '{}')}]}`,
  'rows of wrong fields': (bytes) => `{"rows":[${filled(bytes, () => `{${filled(1_300, (i) => `"k${i}":1`)}}`)}]}`,
  'rows of wrong lines': (bytes) =>
    `{"rows":[${filled(bytes, () => `{"receipt":"","lines":[${filled(16_000, () => '{"product":""}')}]}`)}]}`,
  'rows of wrong values': (bytes) =>
    `{"rows":[${filled(bytes, (i) => `{"receipt":"R${i}","note":"${'x'.repeat(960)}","lines":[]}`)}]}`,
  'one text': (bytes) => `{"rows":"${'x'.repeat(bytes)}"}`,
  'no JSON': (bytes) => '['.repeat(bytes),
};

export const refusingRow: Row = {
  name: 'refusing',
  carrier: 'local',
  how: `The laptop form on a fresh folder. A treasurer who is signed in sends \`POST /api/sales/v1/sales\` bodies that are wrong in
as many places as they have room for (${Object.keys(BAD).join(', ')}), ${REQUESTS} of each at a time, first of half a megabyte and
then of almost two; the processor time of the program, by /proc, for each megabyte (10^6 bytes) that was sent, of the kind of
body that costs most; ${ROUNDS} rounds. The ratio is that of the large bodies to the small ones: 1 where the cost grows with the
bytes and no faster.`,
  async measure(bench) {
    const product = await Product.start(await bench.folder(), bench.env);
    try {
      await Client.setUp(product.url, product.setupCode, COOP, USER);
      const rounds: { worst: number; growth: number }[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        const costs: { small: number; large: number }[] = [];
        for (const [kind, make] of Object.entries(BAD)) {
          const [small, large] = [
            await costOf(product, make(0.5 * MEGABYTE), 4 * REQUESTS),
            await costOf(product, make(1.9 * MEGABYTE), REQUESTS),
          ];
          costs.push({ small, large });
          bench.say(`${kind}: ${small.toFixed(1)} ms and ${large.toFixed(1)} ms of CPU a MB`);
        }
        rounds.push({
          worst: Math.max(...costs.map(({ large }) => large)),
          growth: costs.reduce((sum, { large }) => sum + large, 0) / costs.reduce((sum, { small }) => sum + small, 0),
        });
      }
      return [
        {
          what: 'refusing a MB of bad input, CPU',
          goal: { is: 'at most', limit: 100 },
          unit: 'ms',
          digits: 1,
          measured: spreadOf(rounds.map(({ worst }) => worst)),
          beside: `a MB in large bodies ÷ a MB in small ones ${spreadOf(rounds.map(({ growth }) => growth)).median.toFixed(2)}`,
        },
      ];
    } finally {
      await product.stop();
    }
  },
};

/** Milliseconds of processor time that the program takes to refuse a megabyte of a body. */
async function costOf(product: Product, body: string, requests: number): Promise<number> {
  const token = await signIn(product.url);
  const used = async (): Promise<number> => (await product.workers())[0]?.seconds ?? Number.NaN;
  const before = await used();
  for (let i = 0; i < requests; i += 1) {
    const answer = await fetch(`${product.url}/api/sales/v1/sales`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
      },
      body,
    });
    if (answer.status !== 400) throw new Error(`a bad body was answered with ${answer.status}`);
    await answer.arrayBuffer();
  }
  return (((await used()) - before) * 1000) / ((body.length * requests) / MEGABYTE);
}

async function signIn(url: string): Promise<string> {
  const answer = await fetch(`${url}/api/members/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ coop: COOP.code, user: USER.name, password: USER.password }),
  });
  const session: unknown = await answer.json();
  if (typeof session !== 'object' || session === null || !('token' in session)) throw new Error('nobody was signed in');
  return String(session.token);
}
