import { parseFactor, Refusal, UnitBook, type DatedUnit, type Day, type StockUnit } from '@ayni/kernel';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';

/** What {@link UNIT_BOOK} answers, or null where none of the products is known. */
export type UnitBookRows =
  | readonly {
      readonly code: string;
      readonly stockUnit: StockUnit;
      readonly retiredOn: Day | null;
      readonly units: readonly UnitRow[] | null;
    }[]
  | null;

/** The products whose codes are in the array parameter, with their units, as one JSON value. */
export const UNIT_BOOK = (parameter: string): string => `
  SELECT json_agg(json_build_object('code', p.code, 'stockUnit', p.stock_unit, 'retiredOn', p.retired_on, 'units', (
    SELECT json_agg(json_build_object('unit', u.unit, 'factor', u.factor, 'validFrom', u.valid_from,
      'retiredOn', u.retired_on))
    FROM units u WHERE u.coop_id = p.coop_id AND u.product = p.code)))
  FROM products p WHERE p.coop_id = current_setting('app.coop')::uuid AND p.code = ANY(${parameter}::text[])`;

const read = statement('read unit book', `SELECT (${UNIT_BOOK('$1')}) AS book`);

export function toUnitBook(rows: UnitBookRows): UnitBook {
  return new UnitBook(
    rows ?? [],
    (rows ?? []).flatMap(({ code: product, units }) => (units ?? []).flatMap((unit) => datedUnit(product, unit))),
  );
}

type UnitRow = {
  readonly unit: string;
  readonly factor: string;
  readonly validFrom: Day;
  readonly retiredOn: Day | null;
};

/** None where an old release kept a factor that nobody can read: it must stop nothing but itself. */
function datedUnit(product: string, { factor, ...unit }: UnitRow): DatedUnit[] {
  try {
    return [{ product, ...unit, factor: parseFactor(factor) }];
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
}

/** The unit book of the named products. */
export async function readUnitBook(tx: Transaction, products: Iterable<string>): Promise<UnitBook> {
  const { book } = await tx.one<{ book: UnitBookRows }>(read, [[...new Set(products)]]);
  return toUnitBook(book);
}
