import { unitsOf } from './reckon.js';

type Plain = string | number | boolean | null;

/** What is compared only with what is of the same unit: a pound is not less than two bundles. */
type Measured = { readonly unit: string; readonly value: Plain };

/** What something is ordered by; `null` where it has nothing of the kind. */
export type Sortable = Plain | Measured;

const DECIMAL = /^-?\d+(?:\.(\d+))?$/;

const placesOf = (decimal: string): number => DECIMAL.exec(decimal)?.[1]?.length ?? 0;

/** Which of two decimal texts is larger, exactly: 0.1 and 0.10 are alike, and no amount is too large. */
function byDecimal(one: string, other: string): number {
  const places = Math.max(placesOf(one), placesOf(other));
  const [units = 0n, others = 0n] = [unitsOf(one, places), unitsOf(other, places)];
  return units < others ? -1 : units > others ? 1 : 0;
}

/** Figures stand before yes and no, and those before words: what is not of a kind is never compared as if it were. */
const KINDS = ['number', 'decimal', 'boolean', 'text'] as const;

const kindOf = (value: Exclude<Plain, null>): (typeof KINDS)[number] =>
  typeof value === 'string'
    ? DECIMAL.test(value)
      ? 'decimal'
      : 'text'
    : typeof value === 'number'
      ? 'number'
      : 'boolean';

let words: Intl.Collator | undefined;

/** Words as a register has them: neither capitals nor accents count, and L9 comes before L10. */
function byWords(one: string, other: string): number {
  // made when it is needed: that takes a phone longer than ordering a page
  words ??= new Intl.Collator('es', { numeric: true, sensitivity: 'base' });
  return words.compare(one, other);
}

function compared(one: Exclude<Plain, null>, other: Exclude<Plain, null>): number {
  const kind = kindOf(one);
  if (kind !== kindOf(other)) return KINDS.indexOf(kind) - KINDS.indexOf(kindOf(other));
  if (kind === 'decimal') return byDecimal(String(one), String(other));
  return kind === 'text' ? byWords(String(one), String(other)) : Number(one) - Number(other);
}

const isMeasured = (value: Sortable): value is Measured => typeof value === 'object' && value !== null;

/**
 * Rows by a value of each: what has none comes last either way, and rows that are alike stay as they came. Quantities stand
 * together by their units, which keep their order, and are compared within each.
 */
export function inOrder<Row>(rows: readonly Row[], by: (row: Row) => Sortable, isFalling: boolean): readonly Row[] {
  const way = isFalling ? -1 : 1;
  return rows
    .map((row) => {
      const of = by(row);
      return isMeasured(of) ? { row, ...of } : { row, unit: '', value: of };
    })
    .sort((one, other) => {
      if (one.value === null || other.value === null) return Number(one.value === null) - Number(other.value === null);
      return byWords(one.unit, other.unit) || compared(one.value, other.value) * way;
    })
    .map(({ row }) => row);
}
