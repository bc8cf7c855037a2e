import {
  chosen,
  columnOf,
  given,
  open,
  text,
  type BroughtColumn,
  type Cells,
  type Choices,
  type Together,
} from '../kind.js';
import { decimalOf, unitsOf } from '../../../words/reckon.js';
import { recordsOf } from '../records.js';
import { kindOf } from '../shown-kind.js';

const TILLS: Choices<'cash' | 'bank' | 'later'> = {
  cash: ['caja', 'efectivo', 'en efectivo', 'de la caja'],
  bank: ['banco', 'transferencia', 'qr', 'cheque', 'del banco'],
  later: ['por pagar', 'crédito', 'al crédito', 'debe', 'credit'],
};

const OPENED: Choices<'cash' | 'bank' | 'receivables' | 'suppliers' | 'member-capital' | 'funds' | 'losses-forward'> = {
  cash: ['caja', 'efectivo', 'caja chica'],
  bank: ['banco', 'bancos', 'cuenta bancaria'],
  receivables: ['cuentas por cobrar', 'por cobrar', 'clientes', 'ventas al crédito'],
  suppliers: ['proveedores', 'cuentas por pagar', 'por pagar'],
  'member-capital': ['capital', 'capital social', 'aportes', 'capital de las socias'],
  funds: ['fondo', 'fondos', 'reserva', 'reservas', 'reserva legal'],
  'losses-forward': ['pérdidas', 'pérdidas acumuladas', 'pérdidas de antes', 'losses'],
};

const roles = ['treasurer'] as const;
const CODE = ['código', 'comprobante', 'recibo', 'nº', 'no', 'nro', 'número'];
const DAY = ['fecha', 'día', 'date', 'day'];
const AMOUNT = ['monto', 'importe', 'total', 'valor', 'bs', 'bolivianos', 'amount'];
const NOTE = ['nota', 'detalle', 'concepto', 'glosa', 'observación', 'observaciones'];

const code = (): BroughtColumn => columnOf('code', 'text', CODE, open);
const amount = (): BroughtColumn => columnOf('amount', 'amount', AMOUNT);
const member = (): BroughtColumn =>
  columnOf('member', 'text', ['socia', 'socio', 'nombre', 'nombre de la socia', 'a quién'], { names: 'member' });

/** Rows of one supplier's document and day that are paid alike are lines of one expense. */
const PAPER: Together = {
  are: 'receipts',
  by: 'document',
  also: ['supplier'],
  alike: ['spentOn', 'paidFrom', 'code'],
  shared: [],
};

export const expenses = kindOf(() => ({
  id: 'gastos',
  label: 'bring.expenses',
  roles,
  route: 'POST /api/profit-sharing/v1/expenses',
  prefix: 'G',
  columns: [
    columnOf('spentOn', 'day', [...DAY, 'fecha del gasto']),
    columnOf('category', 'text', ['en qué se gastó', 'gasto', 'detalle', 'concepto', 'descripción', 'rubro', 'glosa']),
    amount(),
    columnOf('supplier', 'text', ['a quién', 'tienda', 'nombre del proveedor'], open),
    columnOf('document', 'text', ['factura', 'nº de factura', 'documento', 'invoice'], open),
    columnOf('paidFrom', 'text', ['pagado de', 'pagado desde', 'forma de pago', 'cómo se pagó'], {
      ...open,
      choices: TILLS,
    }),
    columnOf(
      'fundedBy',
      'text',
      ['fuente', 'donación', 'proyecto', 'con qué dinero', 'financiado por', 'funded by'],
      open,
    ),
    columnOf('budgetLine', 'text', ['partida de la donación', 'partida presupuestaria', 'budget line'], open),
    code(),
  ],
  together: PAPER,
  sent: (rows, query) => ({
    body: {
      rows: recordsOf(rows, PAPER).map((paper) => {
        const [cells = {}, ...others] = paper.map((place): Cells => rows[place] ?? {});
        const paidFrom = chosen(TILLS, text(cells, 'paidFrom'));
        return {
          ...dated(cells, 'spentOn'),
          category: text(cells, 'category'),
          ...given(cells, 'supplier'),
          ...given(cells, 'document'),
          ...(paidFrom === undefined ? {} : { paidFrom }),
          ...(others.length === 0 ? fundedBy(cells) : linesOf([cells, ...others])),
        };
      }),
    },
    query,
  }),
}));

function fundedBy(cells: Cells): { readonly fundedBy?: string; readonly budgetLine?: string } {
  const isOwn = ['propio', 'dinero propio', 'recursos propios', 'own'].includes(text(cells, 'fundedBy').toLowerCase());
  return { ...(isOwn ? {} : given(cells, 'fundedBy')), ...given(cells, 'budgetLine') };
}

/** The lines of a paper, and what they come to. */
function linesOf(rows: readonly Cells[]) {
  const places = Math.max(...rows.map((cells) => text(cells, 'amount').split('.')[1]?.length ?? 0));
  const sum = rows.reduce((total, cells) => total + (unitsOf(text(cells, 'amount'), places) ?? 0n), 0n);
  return {
    amount: decimalOf(sum, places),
    lines: rows.map((cells) => ({
      ...{ category: text(cells, 'category'), amount: text(cells, 'amount') },
      ...fundedBy(cells),
    })),
  };
}

export const openingBalances = kindOf(() => ({
  id: 'saldos',
  label: 'bring.openingBalances',
  roles,
  route: 'POST /api/profit-sharing/v1/opening-balances',
  prefix: 'SI',
  columns: [
    columnOf('openedOn', 'day', [...DAY, 'al', 'fecha del saldo']),
    columnOf('account', 'text', ['cuenta', 'account'], { choices: OPENED }),
    columnOf('party', 'text', ['de quién', 'socia', 'fondo', 'proveedor', 'nombre'], { ...open, names: 'member' }),
    columnOf('amount', 'amount', ['saldo', ...AMOUNT]),
    code(),
  ],
  sent: (rows, query) => ({
    body: {
      rows: rows.map((cells) => ({
        ...dated(cells, 'openedOn'),
        account: chosen(OPENED, text(cells, 'account')) ?? 'cash',
        ...given(cells, 'party'),
      })),
    },
    query,
  }),
}));

export const certificates = kindOf(() => ({
  id: 'certificados',
  label: 'bring.certificates',
  roles,
  route: 'POST /api/profit-sharing/v1/certificates',
  prefix: 'C',
  columns: [
    columnOf('boughtOn', 'day', [...DAY, 'fecha de compra', 'comprado el']),
    member(),
    columnOf('count', 'whole', ['cantidad', 'certificados', 'cuántos', 'nº de certificados']),
    columnOf('valueEach', 'amount', ['valor', 'valor de cada uno', 'precio', 'valor unitario']),
    columnOf('paidAtOnce', 'amount', ['pagado', 'pagado ese día', 'a cuenta'], open),
    code(),
  ],
  sent: (rows, query) => ({
    body: {
      rows: rows.map((cells) => ({
        code: text(cells, 'code'),
        boughtOn: text(cells, 'boughtOn'),
        member: text(cells, 'member'),
        count: Number(text(cells, 'count')),
        valueEach: text(cells, 'valueEach'),
        ...given(cells, 'paidAtOnce'),
      })),
    },
    query,
  }),
}));

const debtColumns = (name: string, others: readonly string[] = []): readonly BroughtColumn[] => [
  columnOf(name, 'day', [...DAY, ...others]),
  member(),
  amount(),
  columnOf('note', 'text', NOTE, open),
  code(),
];

export const advances = kindOf(() => ({
  id: 'anticipos',
  label: 'bring.advances',
  roles,
  route: 'POST /api/profit-sharing/v1/advances',
  prefix: 'A',
  columns: debtColumns('paidOn', ['fecha del anticipo', 'fecha del adelanto']),
  sent: (rows, query) => ({ body: { rows: rows.map(debt) }, query }),
}));

export const loans = kindOf(() => ({
  id: 'prestamos',
  label: 'bring.loans',
  roles,
  route: 'POST /api/profit-sharing/v1/loans',
  prefix: 'P',
  columns: [
    ...debtColumns('paidOn', ['fecha del préstamo']),
    columnOf('instalments', 'whole', ['nº de cuotas', 'en cuántas cuotas', 'plazo'], open),
    columnOf('firstDueOn', 'day', ['primera cuota', 'fecha de la primera cuota', 'vence desde'], open),
    columnOf('everyMonths', 'whole', ['cada cuántos meses', 'meses entre cuotas'], open),
  ],
  sent: (rows, query) => ({ body: { rows: rows.map((cells) => ({ ...debt(cells), ...planOf(cells) })) }, query }),
}));

const debt = (cells: Cells): { code: string; paidOn: string; member: string; amount: string; note?: string } => ({
  ...dated(cells, 'paidOn'),
  member: text(cells, 'member'),
  ...given(cells, 'note'),
});

/** What was agreed of a loan, where something was. */
const planOf = (cells: Cells): { instalments?: number; firstDueOn?: string; everyMonths?: number } => ({
  ...given(cells, 'firstDueOn'),
  ...(text(cells, 'instalments') === '' ? {} : { instalments: Number(text(cells, 'instalments')) }),
  ...(text(cells, 'everyMonths') === '' ? {} : { everyMonths: Number(text(cells, 'everyMonths')) }),
});

/** What every paper about money says. */
const dated = <Name extends string>(
  cells: Cells,
  day: Name,
): { readonly code: string; readonly amount: string } & { readonly [name in Name]: string } => ({
  code: text(cells, 'code'),
  amount: text(cells, 'amount'),
  // an object of one name
  ...({ [day]: text(cells, day) } as { readonly [name in Name]: string }),
});
