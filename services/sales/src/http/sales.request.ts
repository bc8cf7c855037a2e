import {
  AmountField,
  CodeField,
  InstantField,
  ListField,
  OneOfField,
  QuantityField,
  TextField,
} from '@ayni/http/fields';
import { PAYMENTS, type Payment } from '../domain/sale.js';

/** So many of the longest lines still fit into one event. */
const LINES_MAX = 500;

export class SaleLineRequest {
  @CodeField()
  product!: string;

  @QuantityField()
  quantity!: string;

  @CodeField()
  unit!: string;

  @AmountField()
  unitPrice!: string;
}

export class SaleRequest {
  @CodeField({ description: 'the number on the receipt' })
  receipt!: string;

  @InstantField()
  soldAt!: string;

  @TextField(200, { description: 'the name of a registered market' })
  market!: string;

  @OneOfField(PAYMENTS)
  payment!: Payment;

  @ListField(() => SaleLineRequest, { max: LINES_MAX })
  lines!: SaleLineRequest[];
}

export class RecordSalesRequest {
  @ListField(() => SaleRequest)
  rows!: SaleRequest[];
}
