import { say } from '../../../words/say.js';
import { columnOf, given, open, text, type Cells } from '../kind.js';
import { kindOf, type AnyKind } from '../shown-kind.js';

const roles = ['treasurer'] as const;
const DAY = [
  'fecha',
  'día',
  'fecha de movimiento',
  'fecha de operación',
  'fecha contable',
  'fecha transacción',
  'date',
];
const NOTE = ['descripción', 'detalle', 'concepto', 'glosa', 'movimiento', 'transacción', 'nota', 'description'];
const REFERENCE = [
  ...['nº de referencia', 'nro referencia', 'nº de documento', 'nro documento', 'documento', 'nº de transacción'],
  ...['nro transacción', 'nº de operación', 'nro operación', 'comprobante', 'código', 'cheque', 'ref', 'id'],
];
const IN = [
  'crédito',
  'créditos',
  'abono',
  'abonos',
  'depósito',
  'depósitos',
  'haber',
  'ingreso',
  'ingresos',
  'entradas',
  'credit',
];
const OUT = [
  'débito',
  'débitos',
  'cargo',
  'cargos',
  'retiro',
  'retiros',
  'debe',
  'egreso',
  'egresos',
  'salidas',
  'debit',
];
const AMOUNT = ['monto', 'importe', 'valor', 'total', 'amount'];
const BALANCE = ['saldo', 'saldo contable', 'saldo disponible', 'balance'];

export const bankStatement = statementKind('extracto-banco', 'bring.bankStatement', 'bank', 'BL');
export const qrStatement = statementKind('extracto-qr', 'bring.qrStatement', 'qr', 'QL');

/** A statement as banks write it: what came in and went out in two columns, or in one with a sign. */
function statementKind(
  id: string,
  label: 'bring.bankStatement' | 'bring.qrStatement',
  statement: 'bank' | 'qr',
  prefix: string,
): (timezone: string) => AnyKind {
  return kindOf(() => ({
    ...{ id, label, roles, prefix },
    route: 'POST /api/profit-sharing/v1/bank-lines',
    columns: [
      columnOf('bookedOn', 'day', DAY),
      columnOf('reference', 'text', REFERENCE, open),
      columnOf('note', 'text', NOTE, open),
      columnOf('paidIn', 'amount', IN, { ...open, label: say('bring.paidIn') }),
      columnOf('paidOut', 'amount', OUT, { ...open, label: say('bring.paidOut') }),
      columnOf('amount', 'amount', AMOUNT, open),
      columnOf('balance', 'amount', BALANCE, { ...open, label: say('bring.balance') }),
    ],
    sent: (rows, query) => ({ body: { rows: rows.map((cells) => lineOf(cells, statement)) }, query }),
  }));
}

type Line = {
  readonly code: string;
  readonly bookedOn: string;
  readonly statement: 'bank' | 'qr';
  readonly direction: 'in' | 'out';
  readonly amount: string;
  readonly reference?: string;
  readonly note?: string;
  readonly balance?: string;
};

/** @returns an amount that is none where the row says none, so that it is refused beside its cell */
const lineOf = (cells: Cells, statement: Line['statement']): Line => ({
  ...{ code: text(cells, 'code'), bookedOn: text(cells, 'bookedOn'), statement },
  ...movedIn(cells),
  ...given(cells, 'reference'),
  ...given(cells, 'note'),
  // an account that is overdrawn has no balance that the books take
  ...(text(cells, 'balance').startsWith('-') ? {} : given(cells, 'balance')),
});

function movedIn(cells: Cells): Pick<Line, 'direction' | 'amount'> {
  const [paidIn, paidOut, amount] = ['paidIn', 'paidOut', 'amount'].map((name) => text(cells, name));
  if (isSome(paidOut)) return { direction: 'out', amount: bare(paidOut) };
  if (isSome(paidIn)) return { direction: paidIn.startsWith('-') ? 'out' : 'in', amount: bare(paidIn) };
  return { direction: (amount ?? '').startsWith('-') ? 'out' : 'in', amount: bare(amount || paidIn || paidOut || '') };
}

const isSome = (said: string | undefined): said is string => said !== undefined && /[1-9]/.test(said);

const bare = (said: string): string => said.replace(/^[-+]/, '');
