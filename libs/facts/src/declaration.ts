import type { Told } from '@ayni/http/told';
import type { DataOf, EventType, FactKind, SumOf } from '@ayni/contracts';
import type { Currency, Day, Instant } from '@ayni/kernel';
import type { TObject } from 'typebox';
import type { FactTotals } from './fact-totals.js';

/** The names of a row's fields. */
export type FieldOf<Row> = Extract<keyof Row, string>;

/** A fact as others are told of it. */
export type ToldFact<Row> = { readonly [Field in keyof Row]: Told<Row[Field]> } & { readonly day: Day };

/** An event whose data are an object. */
export type FactEvent = EventType<TObject>;

/** The events of a fact: that it was recorded, and that it was taken back; both hold what `tells` says of it. */
export type FactEvents<Row, Recorded extends FactEvent = FactEvent> = {
  readonly recorded: Recorded;
  readonly reversed: FactEvent;
  /** The same for books whose amounts have other than two places, which the first versions cannot write. */
  readonly inOtherPlaces?: { readonly recorded: FactEvent; readonly reversed: FactEvent };
  /** Others again for a fact of which those cannot say all. */
  readonly forFact?: (
    fact: ToldFact<Row>,
  ) => { readonly recorded: FactEvent; readonly reversed: FactEvent } | undefined;
  /** Whether recording it tells the others; else it is told on demand, such as when somebody confirms it. */
  readonly toldOn?: 'recording' | 'demand';
  /** The fact in the words of the contract; fields that the contract does not name are left out. */
  readonly tells: (fact: ToldFact<Row>, books: { readonly currency: Currency }) => DataOf<Recorded>;
};

/**
 * Everything that the books have to know of a kind of dated fact. Its row class has all fields, in the order in
 * which lists show them, with the decorators by which a request is checked and described.
 */
export type FactDeclaration<
  Row extends object,
  SentRow extends object,
  Kind extends FactKind = FactKind,
  Recorded extends FactEvent = FactEvent,
> = {
  readonly kind: Kind;
  readonly table: string;
  readonly row: new () => Row;
  /** What a client sends of it: the row without what the books add. */
  readonly sent: new () => SentRow;
  /** The field that says when it was: an instant, of which the books add the `day`, or the day itself. */
  readonly dated: FieldOf<SentRow>;
  /** The field that holds its code, where that has another name. */
  readonly code?: FieldOf<SentRow>;
  /**
   * Whether each person has codes of her own, since nobody is to learn from a code that another record is there: always, or
   * where hers is another's already. Who sees the records of all sees those with whose they are behind them.
   */
  readonly ownCodes?: 'always' | 'where-taken';
  /** What its control totals sum, by column; they count the facts as well. */
  readonly sums: Readonly<Record<SumOf<Kind>, string>>;
  /** A condition on `f`, the fact: which count at all. Without it all do that were not taken back. */
  readonly counts?: string;
  /** Fields that no column of the table keeps: what they are in SQL, of `f`, the fact, and what is joined. */
  readonly computed?: Readonly<Record<string, string>>;
  /** `JOIN …` that computed fields and filters need; it adds no rows. */
  readonly join?: string;
  /** A field that holds its parts, such as the lines of a receipt, and the table that keeps them in order. */
  readonly parts?: FactParts<FieldOf<Row>>;
  /** Where the others are told of it. */
  readonly events?: FactEvents<Row, Recorded>;
  /** Sums that it is added to as it is recorded. */
  readonly runningTotals?: FactTotals<Row>;
  /** What its list can be narrowed by: fields, and what else a query asks, as a condition made from its parameter. */
  readonly filters?: readonly FieldOf<Row>[];
  readonly conditions?: Readonly<Record<string, string | ((parameter: string) => string)>>;
};

/** The parts of a fact: each has the fact's code and its own number, from 1, in the field `line`. */
export type FactParts<Field extends string = string> = {
  readonly field: Field;
  readonly table: string;
  readonly row: new () => object;
  /** The column of the parts' table that holds the fact's code. */
  readonly of: string;
  /** Whether a list shows them; else it counts them. */
  readonly isListed?: boolean;
};

/** What the books say of a fact: who entered it when, and who took it back when and why, if it was. */
export type InBooks = {
  readonly recordedBy: string;
  readonly recordedAt: Instant;
  readonly reversal: string | null;
  readonly reversedBy: string | null;
  readonly reversedAt: Instant | null;
};

/** A fact as it stands in the books. */
export type Standing<Row> = Row & InBooks;
