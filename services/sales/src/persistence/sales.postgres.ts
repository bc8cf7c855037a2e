import { saleRecorded, saleReversed } from '@ayni/contracts';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import { recordRows } from '@ayni/facts/record';
import { reverseFact } from '@ayni/facts/reverse';
import type { Catalogue } from '../domain/catalogue.js';
import { SalesPort, type Entry } from '../domain/sales.port.js';
import type { Sale, SaleLine } from '../domain/sale.js';
import { saleAggregate, saleData } from '../publishing/sale-events.js';
import { Catalogues } from './catalogues.js';
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
  private readonly catalogues = new Catalogues();

  catalogue(tx: Transaction): Promise<Catalogue> {
    return this.catalogues.of(tx);
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
