import { Type } from 'typebox';
import { eventType, type DataOf, type ServiceName } from './event-type.js';
import { code, count, day, integerText, record, text } from './shapes.js';

/** What a sum of unfinished things is of: minutes, stock units, the currency's smallest units, or nothing but how many. */
export type UnfinishedMeasure = 'minutes' | 'stock' | 'amount' | 'records';

/**
 * Whether something unfinished may stay as it is when its season closes: it is only listed, it takes a reason, or the
 * season does not close with it.
 */
export type MayStay = 'listed' | 'with-reason' | 'never';

/** The kinds of unfinished things of a season, and where each is settled: a route, or the operator's command. */
export const UNFINISHED = {
  'unconfirmed-work': {
    mayStay: 'with-reason',
    measure: 'minutes',
    settledAt: '/api/production/v1/work?confirmed=false',
  },
  'one-person-work': { mayStay: 'listed', measure: 'minutes', settledAt: '/api/production/v1/work?confirmed=true' },
  'work-after-leaving': { mayStay: 'listed', measure: 'minutes', settledAt: '/api/production/v1/work' },
  shortage: { mayStay: 'with-reason', measure: 'stock', settledAt: '/api/inventory/v1/shortages?state=open' },
  'uncollected-credit': { mayStay: 'with-reason', measure: 'amount', settledAt: '/api/sales/v1/sales?payment=credit' },
  'prefinanced-grant': {
    mayStay: 'with-reason',
    measure: 'amount',
    settledAt: '/api/profit-sharing/v1/grants',
  },
  'overspent-grant': { mayStay: 'with-reason', measure: 'amount', settledAt: '/api/profit-sharing/v1/grants' },
  'no-season': { mayStay: 'with-reason', measure: 'records', settledAt: '/api/profit-sharing/v1/seasons' },
  'parked-events': { mayStay: 'never', measure: 'records', settledAt: 'npm run ops -- parked list' },
  'waiting-events': { mayStay: 'never', measure: 'records', settledAt: 'npm run ops -- status' },
} as const satisfies Record<string, { mayStay: MayStay; measure: UnfinishedMeasure; settledAt: string }>;

export type UnfinishedKind = keyof typeof UNFINISHED;

/** So many things of a kind are listed, of each query that finds them. */
export const UNFINISHED_MAX = 200;

const thing = record({
  /** One of {@link UNFINISHED}; others may follow. */
  kind: code,
  /** Whose, or of what: a member's number, a product, a market, a grant, a kind of fact. */
  of: text,
  day: Type.Optional(day),
  records: count,
  sum: integerText,
  /** Of a sum of stock: what it is counted in. */
  unit: Type.Optional(Type.String()),
});

const booksUnfinishedIn = <S extends ServiceName>(service: S) =>
  eventType(service, 'books-unfinished', 1, {
    audience: 'internal',
    aggregates: 'books',
    sentWhen: 'what is unfinished in the books of a season that is not closed changed; it carries all of it',
    schema: record({ season: code, things: Type.Array(thing) }),
  });

/** One type per service whose books others cannot see, all of one shape; profit-sharing looks at its own. */
export const booksUnfinished = {
  members: booksUnfinishedIn('members'),
  production: booksUnfinishedIn('production'),
  inventory: booksUnfinishedIn('inventory'),
  sales: booksUnfinishedIn('sales'),
};

/** All that is unfinished in a service's books of a season. */
export type UnfinishedReport = DataOf<(typeof booksUnfinished)['members']>;
/** Something unfinished. */
export type UnfinishedThing = UnfinishedReport['things'][number] & { readonly kind: UnfinishedKind };
