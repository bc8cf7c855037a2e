import type { DataOf } from '@ayni/contracts';
import type { Day, Thing } from '@ayni/kernel';
import type { FactEvent, FieldOf } from '../declaration.js';

/** Something registered as it stands: the last day on which it is used, and its version, which grows with each change. */
export type Registered<Row> = Row & { readonly retiredOn: Day | null; readonly version: number };

/** Something registered as others are told of it. */
export type ToldRegistered<Row> = Row & { readonly retiredOn?: Day };

/**
 * Everything that the books have to know of a kind of thing that is registered under a code, such as a household. Its
 * row class has all fields, in the order in which lists show them, with the decorators by which they are checked and
 * described.
 */
export type RegisteredDeclaration<Row extends object, Changed extends FactEvent = FactEvent> = {
  readonly kind: Thing;
  readonly table: string;
  readonly row: new () => Row;
  /** The columns of fields that are called otherwise in the table. */
  readonly columns?: { readonly [Field in FieldOf<Row>]?: string };
  /** Whether its code is any text that people write, and not a code. */
  readonly coded?: 'text';
  /** What can be corrected; the code never is, since facts name it. */
  readonly correctable: readonly FieldOf<Row>[];
  /** What its list can be narrowed by. */
  readonly filters?: readonly FieldOf<Row>[];
  /** The event by which the others learn that it was changed; what the contract does not name is left out. */
  readonly changed?: { readonly event: Changed; readonly tells: (thing: ToldRegistered<Row>) => DataOf<Changed> };
};
