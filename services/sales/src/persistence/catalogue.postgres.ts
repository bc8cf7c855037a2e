import type { CoopId } from '@ayni/kernel';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import { toUnitBook, UNIT_BOOK, type UnitBookRows } from '@ayni/reference-data/products/unit-book';
import type { Catalogue, ShutSeason } from '../domain/catalogue.js';
import { CataloguePort } from '../domain/catalogue.port.js';

const KEPT_MAX = 1_000;

const read = statement(
  'read catalogue',
  `SELECT (SELECT version FROM catalogue_versions WHERE coop_id = current_setting('app.coop')::uuid) AS version,
     (${UNIT_BOOK("ARRAY(SELECT code FROM products WHERE coop_id = current_setting('app.coop')::uuid)")}) AS book,
     ARRAY(SELECT name FROM markets WHERE coop_id = current_setting('app.coop')::uuid) AS markets,
     (SELECT COALESCE(json_agg(json_build_object('season', code, 'from', from_day, 'until', until_day)), '[]')
      FROM seasons WHERE coop_id = current_setting('app.coop')::uuid AND state <> 'open') AS shut`,
);

const expectVersion = statement('expect catalogue', 'SELECT expect_catalogue($1)');

type Kept = { readonly version: bigint; readonly catalogue: Catalogue };

/**
 * The catalogues of the co-ops, kept from one receipt to the next. A kept one is used on the assumption
 * that its version still stands, which the database checks behind the co-op's lock; with care it is read.
 */
export class PostgresCatalogue extends CataloguePort {
  private readonly kept = new Map<CoopId, Kept>();

  async read(tx: Transaction): Promise<Catalogue> {
    const known = tx.careful ? undefined : this.kept.get(tx.coop);
    if (known) {
      tx.assume(expectVersion, [known.version]);
      return known.catalogue;
    }
    return this.readAfresh(tx);
  }

  private async readAfresh(tx: Transaction): Promise<Catalogue> {
    const row = await tx.one<{ version: bigint | null; book: UnitBookRows; markets: string[]; shut: ShutSeason[] }>(
      read,
    );
    const catalogue = { units: toUnitBook(row.book), markets: new Set(row.markets), shut: row.shut };
    if (this.kept.size >= KEPT_MAX) this.kept.clear();
    if (row.version !== null) this.kept.set(tx.coop, { version: row.version, catalogue });
    return catalogue;
  }
}
