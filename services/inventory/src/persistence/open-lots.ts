import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import type { Day } from '@ayni/kernel';
import type { Demand } from '../domain/allocation.js';
import type { OpenLot } from '../domain/shelf.js';
import { isUsed } from './is-used.js';
import { OWN } from './own.js';

const LOTS_AT_ONCE = 32;
const OPEN = `SELECT code, product, day, received_at, expires_on, remaining FROM lots
  WHERE ${OWN} AND lots.product = asked.product AND open`;
const IN_ORDER = 'expires_on, received_at, code';
/** Lots that are alike for all that is asked for, the first of each kind; and those that are not, all of them. */
const KINDS = [
  `${OPEN} AND day <= asked.first AND (expires_on >= asked.last OR expires_on IS NULL) ORDER BY ${IN_ORDER} LIMIT $4`,
  `${OPEN} AND day <= asked.first AND expires_on < asked.first ORDER BY ${IN_ORDER} LIMIT $4`,
  `${OPEN} AND day > asked.last ORDER BY day, ${IN_ORDER} LIMIT $4`,
  `${OPEN} AND asked.first < asked.last AND day <= asked.last
     AND (day > asked.first OR (expires_on >= asked.first AND expires_on < asked.last))`,
];
const MIXED = KINDS.length - 1;

const readOpenLots = statement(
  'stock open lots',
  `SELECT asked.product AS asked, later, kind, l.code, l.product, l.day, l.received_at AS "receivedAt",
     l.expires_on AS "expiresOn", l.remaining
   FROM unnest($1::text[], $2::date[], $3::date[]) AS asked (product, first, last)
   CROSS JOIN LATERAL (SELECT ${isUsed('m.day > asked.first')} AS later OFFSET 0) AS behind
   LEFT JOIN LATERAL (${KINDS.map((kind, i) => `(SELECT ${i} AS kind, k.* FROM (${kind}) AS k)`).join(' UNION ALL ')}) AS l ON true`,
);

type Row = { readonly asked: string; readonly later: boolean } & (
  (OpenLot & { readonly kind: number }) | { readonly kind: null }
);
/** What is asked for of a product, from the first day to the last. */
type Needed = { readonly first: Day; readonly last: Day; readonly quantity: bigint };

/** The lots that demands may be met from, and the products of which something was taken on later days than the first of them. */
export type Found = { readonly lots: readonly OpenLot[]; readonly late: ReadonlySet<string> };

/** Finds as many open lots as demands need, whose own movements are not written yet. */
export async function openLots(tx: Transaction, demands: readonly Demand[]): Promise<Found> {
  const needed = neededOf(demands);
  const asked = [...needed.values()];
  const days = [asked.map(({ first }) => first), asked.map(({ last }) => last)];
  for (let limit = LOTS_AT_ONCE; ; limit *= 8) {
    const rows = await tx.query<Row>(readOpenLots, [[...needed.keys()], ...days, limit]);
    const lots = rows.flatMap((row) => (row.kind === null ? [] : [row]));
    if (!isCutShort(lots, needed, limit))
      return { lots, late: new Set(rows.flatMap(({ asked: product, later }) => (later ? [product] : []))) };
  }
}

function neededOf(demands: readonly Demand[]): ReadonlyMap<string, Needed> {
  const needed = new Map<string, Needed>();
  for (const { product, day, quantity } of demands) {
    const { first, last, quantity: before } = needed.get(product) ?? { first: day, last: day, quantity: 0n };
    needed.set(product, {
      first: day < first ? day : first,
      last: day > last ? day : last,
      quantity: before + quantity,
    });
  }
  return needed;
}

/** Whether there may be more of a kind than was read, and it may be needed. */
function isCutShort(
  lots: readonly (OpenLot & { readonly kind: number })[],
  needed: ReadonlyMap<string, Needed>,
  limit: number,
): boolean {
  const held = new Map<string, { readonly product: string; lots: number; quantity: bigint }>();
  for (const { product, kind, remaining } of lots) {
    if (kind === MIXED) continue;
    const known = held.get(`${kind} ${product}`) ?? { product, lots: 0, quantity: 0n };
    held.set(`${kind} ${product}`, { product, lots: known.lots + 1, quantity: known.quantity + remaining });
  }
  return [...held.values()].some(
    ({ product, lots: count, quantity }) => count === limit && quantity < (needed.get(product)?.quantity ?? 0n),
  );
}
