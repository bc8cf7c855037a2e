import { saleRecorded, saleRecordedV2, saleReversed, saleReversedV2 } from '@ayni/contracts';
import type { Centavos, Currency, Day, Instant, StockQuantity, StockUnit } from '@ayni/kernel';
import {
  AmountField,
  CodeField,
  CurrencyField,
  DayField,
  InstantField,
  ListField,
  OneOfField,
  QuantityField,
  StockQuantityField,
  StockUnitField,
  TextField,
  WholeField,
} from '@ayni/http/fields';
import { declareFact } from '@ayni/facts/fact-store';
import { sentClass } from '@ayni/facts/sent-class';
import { PAYMENTS, type Payment } from '../domain/sale.js';
import { marketTotals } from './market-totals.js';

/** So many of the longest lines still fit into one event. */
const LINES_MAX = 500;

/** A line of a receipt. */
export class SaleLine {
  @WholeField(1, LINES_MAX, { description: 'its place on the receipt, from 1' }) line!: number;
  @CodeField({ of: 'product' }) product!: string;
  @QuantityField() quantity!: string;
  @CodeField() unit!: string;
  @StockUnitField() stockUnit!: StockUnit;
  @StockQuantityField() stockQuantity!: StockQuantity;
  @AmountField() unitPrice!: Centavos;
  /** quantity × unit price, rounded half up. */
  @AmountField() amount!: Centavos;
}

/** A receipt of one business day; its total is the sum of its lines. */
export class Sale {
  @CodeField({ description: 'the number on the receipt' }) receipt!: string;
  @InstantField() soldAt!: Instant;
  @DayField() day!: Day;
  @TextField(200, { of: 'market', description: 'the name of a registered market' }) market!: string;
  @OneOfField(PAYMENTS) payment!: Payment;
  @CurrencyField() currency!: Currency;
  @AmountField() total!: Centavos;
  @ListField(() => SaleLine, { max: LINES_MAX }) lines!: readonly SaleLine[];
}

const SentSaleLine = sentClass(SaleLine, ['line', 'stockUnit', 'stockQuantity', 'amount']);

/** A receipt as it was written at the stall. */
export class SentSale extends sentClass(Sale, ['day', 'currency', 'total', 'lines']) {
  @ListField(() => SentSaleLine, { max: LINES_MAX }) lines!: readonly InstanceType<typeof SentSaleLine>[];
}

export const sales = declareFact({
  kind: 'sale',
  table: 'sales',
  row: Sale,
  sent: SentSale,
  dated: 'soldAt',
  code: 'receipt',
  parts: { field: 'lines', table: 'sale_lines', row: SaleLine, of: 'receipt' },
  sums: { lines: 'lines', centavos: 'total' },
  runningTotals: marketTotals,
  filters: ['market', 'payment'],
  conditions: { recordedBy: 'f.recorded_by' },
  events: {
    recorded: saleRecorded,
    reversed: saleReversed,
    inOtherPlaces: { recorded: saleRecordedV2, reversed: saleReversedV2 },
    tells: ({ lines, ...sale }) => ({ ...sale, lines: [...lines] }),
  },
});
