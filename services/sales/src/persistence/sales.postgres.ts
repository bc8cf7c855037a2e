import { saleRecorded, saleReversed } from '@ayni/contracts';
import type { Day } from '@ayni/kernel';
import { statement, type Transaction } from '@ayni/messaging';
import { recordRows, reverseFact, toUnitBook, UNIT_BOOK, type UnitBookRows } from '@ayni/service-kit';
import { SalesPort, type Entry, type SaleReferences } from '../domain/sales.port.js';
import type { Sale, SaleLine } from '../domain/sale.js';
import { saleAggregate, saleData } from '../publishing/sale-events.js';
import { SaleEntity, SaleLineEntity } from './sale.entity.js';

// one round trip for all that a receipt is checked against; it runs after the lock was taken
const readReferences = statement(
  'sale references',
  `SELECT (${UNIT_BOOK('$1')}) AS book,
     ARRAY(SELECT name FROM markets WHERE coop_id = current_setting('app.coop')::uuid AND name = ANY($2::text[])) AS markets,
     (SELECT json_build_object('day', d, 'season', code) FROM unnest($3::date[]) WITH ORDINALITY AS days (d, i)
      JOIN seasons ON seasons.coop_id = current_setting('app.coop')::uuid
        AND state <> 'open' AND d >= from_day AND d < until_day ORDER BY i LIMIT 1) AS shut`,
);

const readSale = statement(
  'read sale',
  `SELECT code AS receipt, sold_at AS "soldAt", day, market, payment, currency, total
   FROM sales WHERE coop_id = current_setting('app.coop')::uuid AND code = $1`,
);

const readLines = statement(
  'read sale lines',
  `SELECT line, product, quantity, unit, stock_unit AS "stockUnit", stock_quantity AS "stockQuantity",
     unit_price AS "unitPrice", amount
   FROM sale_lines WHERE coop_id = current_setting('app.coop')::uuid AND receipt = $1 ORDER BY line`,
);

/** Receipts in PostgreSQL; what is added or taken back goes to the outbox in the same transaction. */
export class PostgresSales extends SalesPort {
  async references(
    tx: Transaction,
    asked: { products: string[]; markets: string[]; days: Day[] },
  ): Promise<SaleReferences> {
    const { book, markets, shut } = await tx.one<{
      book: UnitBookRows;
      markets: string[];
      shut: SaleReferences['shut'];
    }>(readReferences, [asked.products, asked.markets, asked.days]);
    return { units: toUnitBook(book), markets: new Set(markets), shut };
  }

  async add(tx: Transaction, entries: readonly Entry[]): Promise<{ recorded: number; unchanged: number }> {
    const rows = entries.map(({ sale, digest, by }) => ({
      code: sale.receipt,
      day: sale.day,
      digest,
      recordedBy: by,
      recordedAt: tx.now.toISOString(),
      soldAt: sale.soldAt,
      market: sale.market,
      payment: sale.payment,
      currency: sale.currency,
      total: sale.total,
      lines: sale.lines.length,
    }));
    const { fresh, unchanged } = await recordRows(tx, SaleEntity, rows, { key: 'code', field: 'receipt', atEnd: true });
    const added = new Set(fresh.map(({ code }) => code));
    const sales = entries.map(({ sale }) => sale).filter(({ receipt }) => added.has(receipt));
    tx.insertAtEnd(
      SaleLineEntity,
      sales.flatMap(({ receipt, lines }) => lines.map((line) => ({ receipt, ...line }))),
    );
    for (const sale of sales) tx.publish(saleRecorded, saleAggregate(sale), 1, saleData(sale));
    return { recorded: sales.length, unchanged };
  }

  async find(tx: Transaction, receipt: string): Promise<Sale | undefined> {
    const [sale] = await tx.query<Omit<Sale, 'lines'>>(readSale, [receipt]);
    return sale && { ...sale, lines: await tx.query<SaleLine>(readLines, [receipt]) };
  }

  async reverse(tx: Transaction, sale: Sale, reason: string, by: string): Promise<void> {
    await reverseFact(tx, 'sale', { code: sale.receipt, reason, by });
    tx.publish(saleReversed, saleAggregate(sale), 2, { ...saleData(sale), reason });
  }
}
