import { chosen, columnOf, text, type Cells, type Choices, type Together } from '../kind.js';
import { recordsOf } from '../records.js';
import { kindOf } from '../shown-kind.js';
import { DAY, instantIn, measured, measuredIn, NUMBER } from './measured.js';

const PAYMENTS: Choices<'cash' | 'qr' | 'credit'> = {
  cash: ['efectivo', 'contado', 'al contado', 'en efectivo', 'caja'],
  qr: ['qr', 'transferencia', 'por qr', 'banco'],
  credit: ['crédito', 'al crédito', 'fiado', 'fiada', 'por cobrar', 'debe', 'credit'],
};

const together: Together = { are: 'receipts', by: 'receipt', shared: ['soldAt', 'market', 'payment'] };

/** Receipts: the rows with one number are the lines of one. */
export const sales = kindOf((timezone) => ({
  id: 'ventas',
  label: 'sales.title',
  note: 'bring.salesText',
  roles: ['manager'],
  route: 'POST /api/sales/v1/sales',
  prefix: 'V',
  codeField: 'receipt',
  together,
  columns: [
    columnOf('receipt', 'text', ['recibo', ...NUMBER, 'nota de venta', 'factura'], { isOpen: true }),
    columnOf('soldAt', 'moment', [...DAY, 'fecha de la venta']),
    columnOf('market', 'text', ['feria', 'mercado', 'lugar', 'dónde', 'cliente']),
    columnOf('payment', 'text', ['forma de pago', 'pago', 'cómo pagó', 'cómo se pagó'], { choices: PAYMENTS }),
    ...measured(),
    columnOf('unitPrice', 'amount', ['precio', 'precio unitario', 'p unit', 'precio de uno', 'unit price']),
  ],
  sent: (rows, query) => ({
    body: {
      rows: recordsOf(rows, together).map((places) =>
        saleOf(
          places.map((at) => rows[at] ?? {}),
          timezone,
        ),
      ),
    },
    query,
  }),
}));

const saleOf = (
  lines: readonly Cells[],
  timezone: string,
): {
  receipt: string;
  soldAt: string;
  market: string;
  payment: 'cash' | 'qr' | 'credit';
  lines: { product: string; quantity: string; unit: string; unitPrice: string }[];
} => {
  const first = lines[0] ?? {};
  return {
    receipt: text(first, 'receipt'),
    soldAt: instantIn(first, 'soldAt', timezone),
    market: text(first, 'market'),
    payment: chosen(PAYMENTS, text(first, 'payment')) ?? 'cash',
    lines: lines.map((cells) => ({ ...measuredIn(cells), unitPrice: text(cells, 'unitPrice') })),
  };
};
