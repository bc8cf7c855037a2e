import { saleRecorded, saleReversed } from '@ayni/contracts';
import { statement, type Transaction } from '@ayni/messaging';
import { recordRows, reverseFact } from '@ayni/service-kit';
import { SalesPort, type Entry } from '../domain/sales.port.js';
import type { Sale, SaleLine } from '../domain/sale.js';
import { saleAggregate, saleData } from '../publishing/sale-events.js';
import { SaleEntity, SaleLineEntity } from './sale.entity.js';

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
  async add(tx: Transaction, entries: readonly Entry[]): Promise<readonly Entry[]> {
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
    const { fresh } = await recordRows(tx, SaleEntity, rows, { key: 'code', field: 'receipt' });
    const added = new Set(fresh.map(({ code }) => code));
    const recorded = entries.filter(({ sale }) => added.has(sale.receipt));
    tx.insertAtEnd(
      SaleLineEntity,
      recorded.flatMap(({ sale: { receipt, lines } }) => lines.map((line) => ({ receipt, ...line }))),
    );
    for (const { sale, cause } of recorded) tx.publish(saleRecorded, saleAggregate(sale), 1, saleData(sale), cause);
    return recorded;
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
