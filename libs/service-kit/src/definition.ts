import type { DynamicModule, Type } from '@nestjs/common';
import type { ServiceName } from '@ayni/contracts';
import type { Database } from '@ayni/database/database';
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
