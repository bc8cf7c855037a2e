import { found } from '@ayni/kernel';
import type { Day } from '@ayni/kernel';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import { standing } from '@ayni/facts/standing';
import { AmountField, CodeField, DayField, ShownListField, ShownTextField, YesNoField } from '@ayni/http/fields';
import { amountSql } from '@ayni/http/listing';
import type { MarketsPort } from '../../domain/markets.port.js';

/** For what a unit of a product was sold last. */
export class LastPrice {
  @CodeField() product!: string;
  @CodeField() unit!: string;
  @AmountField() unitPrice!: string;
  @ShownTextField({ description: 'the market where it was sold so' }) market!: string;
  @DayField() day!: Day;
  @YesNoField({ description: 'whether that is the market that was asked about; else it was never sold there' })
  here!: boolean;
}

/** The last prices, by product; of one product the price that was asked last comes first. */
export class LastPrices {
  @ShownListField(() => LastPrice) items!: readonly LastPrice[];
}

/** The day on which a product was sold last, at one market or at any, in few steps of an index. */
const lastDay = (where: string): string =>
  `SELECT t.market, t.day FROM market_totals t
   WHERE t.coop_id = p.coop_id AND NOT t.monthly AND t.product = p.code AND t.receipts > 0 AND ${where}
   ORDER BY t.day DESC, t.market LIMIT 1`;

const lastPrices = statement(
  'last prices',
  `WITH last AS MATERIALIZED (
     SELECT p.code AS product, COALESCE(here.market, anywhere.market) AS market, COALESCE(here.day, anywhere.day) AS day
     FROM products p
     LEFT JOIN LATERAL (${lastDay('t.market = $1')}) here ON true
     LEFT JOIN LATERAL (${lastDay('here.day IS NULL')}) anywhere ON true
     WHERE p.coop_id = current_setting('app.coop')::uuid AND p.retired_on IS NULL
   ), sold AS MATERIALIZED (
     SELECT f.market, f.day, f.sold_at, f.code, l.line, l.product, l.unit, l.unit_price
     FROM (SELECT DISTINCT market, day FROM last WHERE day IS NOT NULL) days
     JOIN sales f ON f.coop_id = current_setting('app.coop')::uuid AND f.market = days.market AND f.day = days.day
     JOIN sale_lines l ON l.coop_id = f.coop_id AND l.receipt = f.code
     WHERE ${standing('sale', 'f')}
   ), prices AS (
     SELECT DISTINCT ON (s.product, s.unit) s.*
     FROM sold s JOIN last USING (product, market, day)
     ORDER BY s.product, s.unit, s.sold_at DESC, s.code DESC, s.line DESC
   )
   SELECT s.product, s.unit, ${amountSql('s.unit_price')} AS "unitPrice", m.called AS market, s.day,
     s.market = $1 AS here
   FROM prices s
   JOIN markets m ON m.coop_id = current_setting('app.coop')::uuid AND m.name = s.market
   ORDER BY s.product, s.sold_at DESC, s.unit`,
);

/** Says at what prices the co-op sold last, so that nobody at a stall has to type them. */
export class ShowPrices {
  constructor(private readonly markets: MarketsPort) {}

  /**
   * The last price of each product in use, by unit, as it was sold on its last day at a market; where it was never sold
   * there, at whatever market it was sold last.
   * @throws Refusal `not-found` where there is no such market
   */
  async run(tx: Transaction, market: string): Promise<LastPrices> {
    const { code } = found((await this.markets.known(tx, [market])).get(market), 'market', market);
    return { items: await tx.query<LastPrice>(lastPrices, [code]) };
  }
}
