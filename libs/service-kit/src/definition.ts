import type { DynamicModule, Type } from '@nestjs/common';
import type { ServiceName } from '@ayni/contracts';
import type { Database } from '@ayni/database/database';
import type { Transaction } from '@ayni/database/transaction';
import type { NamedRows } from '@ayni/database/name-keys';
import type { Standing } from '@ayni/http/auth/standing';
import type { Kept } from '@ayni/reference-data/kept';
import type { BookTotals } from '@ayni/facts/totals';
import type { ListUnfinished } from '@ayni/facts/unfinished';

/** What makes a service: its name, its tables, its rooms, and what it can say of a season's books and of its own state. */
export type ServiceDefinition = Named & {
  readonly entities: readonly Type[];
  readonly migrations: readonly Type[];
  readonly module: Type | DynamicModule;
  /** What of a season's books is still to be settled, beside days of no season. */
  readonly unfinished?: readonly ListUnfinished[];
  /** What people call by a name, told apart without case. */
  readonly names: readonly NamedRows[];
  /** Who may still do what; from the events of members where left out. */
  readonly standing?: (database: Database) => Standing;
  /** How shares that were approved are held against the event history; of the service that shares. */
  readonly verified?: Verified;
} & Rebuilt;

/** How approved shares are worked out again where nothing but the event history was there before. */
export type Verified = {
  /**
   * Which rows of which tables follow from events, or have no part in sharing, in SQL. All other rows of the co-op are
   * what the service's own commands wrote, of which others are not told, and are taken as they are.
   */
  readonly replayed: Readonly<Record<string, string>>;
  readonly verify: Type<VerifyApproved>;
};

/** Works the approved shares of a season out again. */
export type VerifyApproved = {
  /** @throws Refusal `not-found` where the season has none */
  run(tx: Transaction, season: string): Promise<Verification>;
};

/** A figure that two documents state differently; null where one does not state it. */
type Difference = { readonly figure: string; readonly frozen: string | null; readonly now: string | null };

/** What a run comes to from the case that it froze, and from the books that it is worked out in. */
export type Verification = {
  readonly run: string;
  readonly fingerprint: string;
  readonly frozen: { readonly differences: readonly Difference[] };
  readonly ledger: { readonly differences: readonly Difference[] };
};

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
