import type { DynamicModule, Type } from '@nestjs/common';
import type { ServiceName } from '@ayni/contracts';
import type { BookTotals } from '../facts/totals.js';

/** What makes a service: its name, its tables, its rooms, and what it can say of a season's books and of its own state. */
export type ServiceDefinition = Named & {
  readonly entities: readonly Type[];
  readonly migrations: readonly Type[];
  readonly module: Type | DynamicModule;
} & Rebuilt;

/** A service has the totals of just those kinds of fact that the contracts give it. */
type Named = {
  readonly [Service in ServiceName]: { readonly name: Service; readonly totals: BookTotals<Service> };
}[ServiceName];

/** What of a service's state can be rebuilt from the logs that it listens to. */
export type Rebuilt = {
  /** What of its state follows from the events that it applied, in whatever order those of different logs came. */
  readonly kept: readonly Kept[];
  /** The tables that commands filled and its handlers lean on, in an order in which they can be filled again. */
  readonly given: readonly string[];
};

/**
 * Rows that a rebuild from the logs must find equal. No moment of applying is in them (it is another one each time),
 * nothing that commands wrote, and nothing that depends on which of two logs was read first.
 */
export type Kept = {
  /** What the rows are, as an operator is told. */
  readonly of: string;
  /** Gives the rows of all co-ops, in any order, no two of them alike. */
  readonly query: string;
};

/** The seasons, which every service keeps. What it last reported of the books of one is a matter of time. */
export const KEPT_SEASONS: Kept = {
  of: 'seasons',
  query: 'SELECT coop_id, code, from_day, until_day, state FROM seasons',
};

/** The co-ops, where another service owns them. */
export const KEPT_COOPS: Kept = { of: 'coops', query: 'SELECT coop_id, code, name, currency, timezone FROM coops' };
