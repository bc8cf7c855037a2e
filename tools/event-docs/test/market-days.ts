import { randomUUID } from 'node:crypto';
import { saleRecorded, saleReversed, type CloudEvent, type EventOf } from '@ayni/contracts';
import { sampleOf } from '../src/golden-sample.js';

export type Sale = EventOf<typeof saleRecorded>;

/** A record of a topic, as the services write it. */
export type Record = {
  readonly key: string;
  readonly value: string | Buffer;
  readonly headers: { readonly 'content-type': string; readonly position: string };
};

const MARKETS = ['Villa Dolores', 'Feria 16 de Julio', 'Viacha'];
const DAYS = ['2025-07-01', '2025-07-05', '2025-07-12'];
const COOPS = [randomUUID(), randomUUID()];

const pick = <T>(from: readonly T[], n: number): T => {
  const found = from[n % from.length];
  if (found === undefined) throw new Error('nothing to pick from');
  return found;
};

/** The `n`th receipt of an invented season: two co-ops, three markets, three days. */
export function sale(n: number): Sale {
  const sample = sampleOf(saleRecorded) as Sale;
  const coopid = pick(COOPS, n);
  const receipt = `R${String(n).padStart(6, '0')}`;
  const total = `${1 + (n % 97)}.${String((n * 7) % 100).padStart(2, '0')}`;
  return {
    ...sample,
    id: randomUUID(),
    source: `/coops/${coopid}/sales`,
    coopid,
    subject: `sale/${receipt}`,
    aggregate: `sale/${receipt}`,
    data: {
      ...sample.data,
      receipt,
      total,
      market: pick(MARKETS, Math.trunc(n / 2)),
      day: pick(DAYS, Math.trunc(n / 6)),
    },
  };
}

/** What takes a sale back: the same data, with the reason. */
export const reversal = (of: Sale): EventOf<typeof saleReversed> => ({
  ...of,
  id: randomUUID(),
  type: saleReversed.type,
  aggregateseq: of.aggregateseq + 1,
  data: { ...of.data, reason: 'entered twice' },
});

/** An event in its record. */
export const recordOf = (event: CloudEvent, position = 1): Record => ({
  key: `${event.coopid}:${event.aggregate}`,
  value: JSON.stringify(event),
  headers: { 'content-type': 'application/cloudevents+json', position: String(position) },
});

/** The rows of the table that these sales come to: co-op, day, market, amount and currency. */
export function tableOf(sales: readonly Sale[]): string[] {
  const sums = new Map<string, bigint>();
  for (const { coopid, data } of sales) {
    const key = [coopid, data.day, data.market, data.currency].join('|');
    sums.set(key, (sums.get(key) ?? 0n) + BigInt(data.total.replace('.', '')));
  }
  return [...sums]
    .map(([key, centavos]) => {
      const [coop, day, market, currency] = key.split('|');
      const digits = centavos.toString().padStart(3, '0');
      return `${coop} | ${day} | ${market} | ${digits.slice(0, -2)}.${digits.slice(-2)} ${currency}`;
    })
    .sort();
}
