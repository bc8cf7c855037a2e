import { parseFactor, UnitBook, type Day, type StockUnit } from '@ayni/kernel';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';

/** What {@link UNIT_BOOK} answers, or null where none of the products is known. */
export type UnitBookRows =
  | readonly {
      readonly code: string;
      readonly stockUnit: StockUnit;
      readonly retiredOn: Day | null;
      readonly units:
        | readonly {
            readonly unit: string;
            readonly factor: string;
            readonly validFrom: Day;
            readonly retiredOn: Day | null;
          }[]
        | null;
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
    (rows ?? []).flatMap(({ code, units }) =>
      (units ?? []).map(({ unit, factor, validFrom, retiredOn }) => ({
        product: code,
        unit,
        factor: parseFactor(factor),
        validFrom,
        retiredOn,
      })),
    ),
  );
}

/** The unit book of the named products. */
export async function readUnitBook(tx: Transaction, products: Iterable<string>): Promise<UnitBook> {
  const { book } = await tx.one<{ book: UnitBookRows }>(read, [[...new Set(products)]]);
  return toUnitBook(book);
}
