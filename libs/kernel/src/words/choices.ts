import type { Language, Translated } from '../translated.js';
import { kinds } from './kinds.js';

/** Words for what fields may say that say one of a few things, where no vocabulary of sentences has them. */
const ofField: Readonly<Record<string, Readonly<Record<string, Translated>>>> = {
  state: { ...kinds.state, settled: { es: 'saldado', en: 'settled' } },
  roles: kinds.role,
  account: kinds.account,
  payment: kinds.payment,
  stockUnit: kinds.stockUnit,
  basis: kinds.basis,
  sex: {
    F: { es: 'mujer', en: 'woman' },
    M: { es: 'hombre', en: 'man' },
    X: { es: 'otro', en: 'other' },
  },
  posting: {
    record: { es: 'registro', en: 'record' },
    reversal: { es: 'anulación', en: 'reversal' },
  },
  mayStay: {
    listed: { es: 'queda, y se ve', en: 'stays, and is listed' },
    'with-reason': { es: 'con motivo', en: 'with a reason' },
    never: { es: 'nunca', en: 'never' },
  },
};

/** The kinds of everything, whichever field tells them. */
const anyKind: Readonly<Record<string, Translated>> = {
  register: { es: 'inscripción', en: 'registration' },
  work: { es: 'trabajo', en: 'work' },
  care: { es: 'cuidado', en: 'care' },
  sale: { es: 'venta', en: 'sale' },
  loss: { es: 'pérdida', en: 'loss' },
  gift: { es: 'regalo', en: 'gift' },
  harvest: { es: 'cosecha', en: 'harvest' },
  delivery: { es: 'entrega', en: 'delivery' },
  expense: { es: 'gasto', en: 'expense' },
  grant: { es: 'donación', en: 'grant' },
  'grant-receipt': { es: 'recibo de donación', en: 'grant receipt' },
  'grant-refund': { es: 'devolución de donación', en: 'grant refund' },
  'grant-write-off': { es: 'donación dada por perdida', en: 'write-off of a grant' },
  advance: { es: 'anticipo', en: 'advance' },
  run: { es: 'reparto', en: 'shares' },
  rules: { es: 'reglas', en: 'rules' },
  'early-end': { es: 'cierre antes de tiempo', en: 'early end' },
  greenhouse: { es: 'carpa', en: 'greenhouse' },
  plot: { es: 'parcela', en: 'plot' },
  pen: { es: 'corral', en: 'pen' },
  pond: { es: 'estanque', en: 'pond' },
  tank: { es: 'tanque', en: 'tank' },
  asset: { es: 'activo', en: 'asset' },
  liability: { es: 'pasivo', en: 'liability' },
  equity: { es: 'patrimonio', en: 'equity' },
  income: { es: 'ingreso', en: 'income' },
  cost: { es: 'costo', en: 'cost' },
};

/** Fields whose values are kinds of something. */
const KINDS = ['kind', 'origin', 'source'];

/** What a field that says one of a few things says, as people read it; undefined where there is no word for it. */
export function choiceWord(field: string, value: string, language: Language): string | undefined {
  const words = KINDS.includes(field) ? anyKind : (ofField[field] ?? {});
  return Object.hasOwn(words, value) ? words[value]?.[language] : undefined;
}
