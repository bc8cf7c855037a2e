import { Type } from 'typebox';
import { SERVICES, eventType, type DataOf, type ServiceName } from './event-type.js';
import { code, count, day, integerText, record } from './shapes.js';

/** Money that the treasurer enters, of a kind that is younger than the first release. */
const moneyOnceAdded = <const Called extends string>(called: Called) =>
  ({
    called,
    writer: 'profit-sharing',
    appliers: [],
    measures: ['records', 'centavos'],
    addedLater: true,
  }) as const;

/**
 * The kinds of fact that control totals are kept of: who writes each, who applies it, and which
 * measures prove that both hold the same: how many facts there are, and sums over them. Reversals are netted. `called` is
 * what routes, lists and the scopes of keys call such facts.
 * A kind `addedLater` is younger than the first release: a report that does not name it was made before it, and means none.
 */
export const FACTS = {
  register: {
    called: 'members',
    writer: 'members',
    appliers: ['production', 'inventory', 'profit-sharing'],
    measures: ['members', 'days'],
  },
  harvest: {
    called: 'harvests',
    writer: 'production',
    appliers: ['inventory'],
    measures: ['lots', 'quantity', 'homeUse'],
  },
  work: { called: 'work', writer: 'production', appliers: ['profit-sharing'], measures: ['records', 'minutes'] },
  care: { called: 'care', writer: 'production', appliers: [], measures: ['records', 'minutes'] },
  'care-total': {
    called: 'care-totals',
    writer: 'production',
    appliers: ['profit-sharing'],
    measures: ['totals', 'minutes'],
    addedLater: true,
  },
  delivery: {
    called: 'deliveries',
    writer: 'inventory',
    appliers: ['profit-sharing'],
    measures: ['lots', 'quantity', 'centavos'],
  },
  gift: { called: 'gifts', writer: 'inventory', appliers: [], measures: ['records', 'quantity'], addedLater: true },
  loss: { called: 'losses', writer: 'inventory', appliers: [], measures: ['records', 'quantity'] },
  sale: {
    called: 'sales',
    writer: 'sales',
    appliers: ['inventory', 'profit-sharing'],
    measures: ['receipts', 'lines', 'centavos'],
  },
  expense: { called: 'expenses', writer: 'profit-sharing', appliers: [], measures: ['records', 'centavos'] },
  grant: { called: 'grants', writer: 'profit-sharing', appliers: [], measures: ['records', 'centavos'] },
  'grant-receipt': moneyOnceAdded('grant-receipts'),
  'grant-refund': moneyOnceAdded('grant-refunds'),
  'grant-write-off': moneyOnceAdded('grant-write-offs'),
  advance: { called: 'advances', writer: 'profit-sharing', appliers: [], measures: ['records', 'centavos'] },
  loan: moneyOnceAdded('loans'),
  fine: moneyOnceAdded('fines'),
  repayment: moneyOnceAdded('repayments'),
  'fund-use': moneyOnceAdded('fund-uses'),
  certificate: moneyOnceAdded('certificates'),
  'certificate-withdrawal': moneyOnceAdded('certificate-withdrawals'),
  'certificate-transfer': moneyOnceAdded('certificate-transfers'),
  contribution: moneyOnceAdded('contributions'),
  transfer: moneyOnceAdded('transfers'),
  collection: moneyOnceAdded('collections'),
  'write-off': moneyOnceAdded('write-offs'),
  asset: moneyOnceAdded('assets'),
  'asset-disposal': moneyOnceAdded('asset-disposals'),
  'cash-count': moneyOnceAdded('cash-counts'),
  'bank-line': moneyOnceAdded('bank-lines'),
  'bank-match': moneyOnceAdded('bank-matches'),
  'opening-balance': moneyOnceAdded('opening-balances'),
  'old-season': moneyOnceAdded('old-seasons'),
  'supplier-payment': moneyOnceAdded('supplier-payments'),
  'household-payment': moneyOnceAdded('household-payments'),
  lapse: moneyOnceAdded('lapses'),
} as const satisfies Record<
  string,
  {
    called: string;
    writer: ServiceName;
    appliers: readonly ServiceName[];
    measures: readonly [count: string, ...sums: string[]];
    addedLater?: true;
  }
>;

export type FactKind = keyof typeof FACTS;

/** The measure that counts the facts of a kind: the first of its measures. */
export type CountOf<Kind extends FactKind> = (typeof FACTS)[Kind]['measures'][0];
/** The measures of a kind that are sums over its facts. */
export type SumOf<Kind extends FactKind> = Exclude<(typeof FACTS)[Kind]['measures'][number], CountOf<Kind>>;
/** What a kind of fact comes to over a season, by measure. */
export type Sums<Kind extends FactKind> = Readonly<Record<CountOf<Kind> | SumOf<Kind>, bigint>>;

/** The kinds of fact that a service writes. */
export type WrittenBy<Service extends ServiceName> = {
  [Kind in FactKind]: (typeof FACTS)[Kind]['writer'] extends Service ? Kind : never;
}[FactKind];
/** The kinds of fact that a service applies. */
export type AppliedBy<Service extends ServiceName> = {
  [Kind in FactKind]: Service extends (typeof FACTS)[Kind]['appliers'][number] ? Kind : never;
}[FactKind];
export const FACT_KINDS = Object.keys(FACTS) as readonly FactKind[];

/** The sums of one kind of fact over the days of a season, by measure; whole numbers as text. */
const sums = Type.Record(Type.String(), integerText);
const totals = Type.Record(Type.String(), sums);

/** An event that the service will never apply, as an operator decided. */
const drop = record({ type: Type.String(), aggregate: Type.String(), reason: Type.String() });

const books = record({
  season: code,
  /** By kind of fact: what this service wrote itself. */
  written: totals,
  /** By kind of fact: what this service applied of others' writing. */
  applied: totals,
  /** Events of this co-op that the relay has not handed on yet, these reports left out. */
  unpublished: count,
  parked: count,
  waiting: count,
  /** Events that an operator dropped, each with a reason. */
  dropped: count,
  /** The first hundred of them. */
  drops: Type.Optional(Type.Array(drop, { maxItems: 100 })),
  /** In which closing: the place of its season-closing among the events of the season. */
  closing: Type.Optional(count),
});

const booksClosedBy = <S extends ServiceName>(service: S) =>
  eventType(service, 'books-closed', 1, {
    audience: 'internal',
    aggregates: 'books',
    sentWhen: 'a service closed its books of a season, and again whenever its control totals changed',
    schema: books,
  });

/** One type per service, all of one shape. */
export const booksClosed = {
  members: booksClosedBy('members'),
  production: booksClosedBy('production'),
  inventory: booksClosedBy('inventory'),
  sales: booksClosedBy('sales'),
  'profit-sharing': booksClosedBy('profit-sharing'),
} satisfies Record<ServiceName, ReturnType<typeof booksClosedBy>>;

const booksCountedBy = <S extends ServiceName>(service: S) =>
  eventType(service, 'books-counted', 1, {
    audience: 'internal',
    aggregates: 'books',
    sentWhen: 'a service was asked which facts lie on some days of a season, and takes none of that season for now',
    schema: record({
      season: code,
      /** Which question it answers: the place of its season-changing among the events of the season. */
      asked: count,
      /** The days on which facts lie that this service wrote, by kind. */
      days: Type.Array(record({ kind: code, day, records: count })),
    }),
  });

/** One type per service, all of one shape. */
export const booksCounted = {
  members: booksCountedBy('members'),
  production: booksCountedBy('production'),
  inventory: booksCountedBy('inventory'),
  sales: booksCountedBy('sales'),
  'profit-sharing': booksCountedBy('profit-sharing'),
} satisfies Record<ServiceName, ReturnType<typeof booksCountedBy>>;

/** On which of the days that it was asked about a service's own facts lie. */
export type BooksCount = DataOf<(typeof booksCounted)['members']>;

/** What a service reports of its books of a season. */
export type BooksReport = DataOf<(typeof booksClosed)['members']>;

/** The kinds of fact that `service` writes. */
export const writtenBy = (service: ServiceName): FactKind[] =>
  FACT_KINDS.filter((kind) => FACTS[kind].writer === service);

/** The kinds of fact that `service` applies. */
export const appliedBy = (service: ServiceName): FactKind[] =>
  FACT_KINDS.filter((kind) => (FACTS[kind].appliers as readonly ServiceName[]).includes(service));

export const isService = (name: string): name is ServiceName => (SERVICES as readonly string[]).includes(name);
