import { Type } from 'typebox';
import { SERVICES, eventType, type DataOf, type ServiceName } from './event-type.js';
import { code, count, integerText, record } from './shapes.js';

/**
 * The kinds of fact that control totals are kept of: who writes each, who applies it, and which
 * sums prove that both hold the same. Reversals are netted.
 */
export const FACTS = {
  register: {
    writer: 'members',
    appliers: ['production', 'inventory', 'profit-sharing'],
    measures: ['members', 'days'],
  },
  harvest: { writer: 'production', appliers: ['inventory'], measures: ['lots', 'quantity', 'homeUse'] },
  work: { writer: 'production', appliers: ['profit-sharing'], measures: ['records', 'minutes'] },
  care: { writer: 'production', appliers: [], measures: ['records', 'minutes'] },
  delivery: { writer: 'inventory', appliers: ['profit-sharing'], measures: ['lots', 'quantity', 'centavos'] },
  loss: { writer: 'inventory', appliers: [], measures: ['records', 'quantity'] },
  sale: { writer: 'sales', appliers: ['inventory', 'profit-sharing'], measures: ['receipts', 'lines', 'centavos'] },
  expense: { writer: 'profit-sharing', appliers: [], measures: ['records', 'centavos'] },
  grant: { writer: 'profit-sharing', appliers: [], measures: ['records', 'centavos'] },
  advance: { writer: 'profit-sharing', appliers: [], measures: ['records', 'centavos'] },
} as const satisfies Record<
  string,
  { writer: ServiceName; appliers: readonly ServiceName[]; measures: readonly string[] }
>;

export type FactKind = keyof typeof FACTS;
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

export type Books = DataOf<(typeof booksClosed)['members']>;

/** The kinds of fact that `service` writes. */
export const writtenBy = (service: ServiceName): FactKind[] =>
  FACT_KINDS.filter((kind) => FACTS[kind].writer === service);

/** The kinds of fact that `service` applies. */
export const appliedBy = (service: ServiceName): FactKind[] =>
  FACT_KINDS.filter((kind) => (FACTS[kind].appliers as readonly ServiceName[]).includes(service));

export const isService = (name: string): name is ServiceName => (SERVICES as readonly string[]).includes(name);
