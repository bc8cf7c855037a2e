import { nameKey, type Centavos, type Day, type StockQuantity, type StockUnit } from '@ayni/kernel';

/** What of an expense is posted. */
export type Expense = {
  readonly code: string;
  readonly day: Day;
  readonly amount: Centavos;
  /** {@link OWN_MONEY}, or the grant that paid it. */
  readonly fundedBy: string;
  /** What of the amount another source paid, where two did, and which. */
  readonly rest: Centavos | null;
  readonly restFundedBy: string | null;
  /** Its lines, where it has several: each says what paid it, and they come to the amount. */
  readonly lines?: readonly { readonly amount: Centavos; readonly fundedBy: string }[];
};

/** What a source paid of a document, in smallest units. */
export type PaidPart = { readonly source: string; readonly amount: bigint };

/** What was paid of an expense, part by part: of each of its lines, or by the first source and what another paid. */
export function paidOf({
  amount,
  fundedBy,
  rest,
  restFundedBy,
  lines = [],
}: Omit<Expense, 'code' | 'day'>): readonly PaidPart[] {
  if (lines.length > 0) return lines.map((line) => ({ source: line.fundedBy, amount: line.amount }));
  if (rest === null || restFundedBy === null) return [{ source: fundedBy, amount }];
  return [
    { source: fundedBy, amount: amount - rest },
    { source: restFundedBy, amount: rest },
  ];
}

/** What own money paid of it, part by part. */
export const ownPartsOf = (expense: Omit<Expense, 'code' | 'day'>): readonly bigint[] =>
  paidOf(expense).flatMap(({ source, amount }) => (source === OWN_MONEY ? [amount] : []));

/** What stands in an expense that the co-op paid itself; no grant may be called so. */
export const OWN_MONEY = 'own';

/** Whether it says that, however it is written. */
export const isOwnMoney = (source: string): boolean => nameKey(source) === OWN_MONEY;

/** What of a grant is posted. */
export type Grant = {
  readonly code: string;
  readonly day: Day;
  readonly amount: Centavos;
  /** Bound to its purpose. */
  readonly restricted: boolean;
};

/** A receipt as sales wrote it. */
export type Sale = {
  readonly receipt: string;
  readonly day: Day;
  readonly payment: 'cash' | 'qr' | 'credit';
  readonly total: Centavos;
  readonly lines: number;
};

/** A member's own produce as inventory took it in, paid at a first price. */
export type Delivery = {
  readonly code: string;
  readonly day: Day;
  readonly member: string;
  readonly product: string;
  readonly stockUnit: StockUnit;
  readonly stockQuantity: StockQuantity;
  readonly amount: Centavos;
};

/** Work that somebody else than the one who did it confirmed. */
export type Work = { readonly code: string; readonly day: Day; readonly member: string; readonly minutes: number };

/** What a member cared for on a day; what it was stays in production. */
export type CareTotal = { readonly member: string; readonly day: Day; readonly minutes: number };

/** A fact of another service that was taken back. */
export type TakenBack = { readonly code: string; readonly reason: string };

/** A fact as another service tells it: an amount is text until it is read with the places of the books. */
export type Told<Fact, Amount extends keyof Fact> = Omit<Fact, Amount> & Readonly<Record<Amount, string>>;
