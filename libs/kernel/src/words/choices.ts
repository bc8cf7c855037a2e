import type { Language, Translated } from '../translated.js';
import { kinds } from './kinds.js';

const LEAVINGS = {
  resigned: { es: 'se retiró', en: 'left by herself' },
  died: { es: 'falleció', en: 'died' },
  expelled: { es: 'fue excluida', en: 'was expelled' },
} as const;

/** Words for what fields may say that say one of a few things, where no vocabulary of sentences has them. */
const ofField: Readonly<Record<string, Readonly<Record<string, Translated>>>> = {
  state: {
    ...kinds.state,
    settled: { es: 'saldado', en: 'settled' },
    matched: { es: 'coincide', en: 'matched' },
    doubtful: { es: 'dudoso', en: 'doubtful' },
    unmatched: { es: 'sin asiento', en: 'not in the books' },
  },
  roles: kinds.role,
  account: kinds.account,
  payment: kinds.payment,
  into: kinds.till,
  paidFrom: kinds.till,
  how: {
    sold: { es: 'vendido', en: 'sold' },
    scrapped: { es: 'desechado', en: 'scrapped' },
    lost: { es: 'perdido o robado', en: 'lost or stolen' },
    'given-away': { es: 'regalado', en: 'given away' },
  },
  stockUnit: kinds.stockUnit,
  quorumCall: { first: { es: 'primera', en: 'first' }, second: { es: 'segunda', en: 'second' } },
  choice: {
    for: { es: 'a favor', en: 'for' },
    against: { es: 'en contra', en: 'against' },
    abstain: { es: 'abstención', en: 'abstention' },
  },
  statement: { bank: kinds.till.bank, qr: kinds.payment.qr },
  direction: { in: { es: 'entró', en: 'in' }, out: { es: 'salió', en: 'out' } },
  ground: {
    'by-hand': { es: 'a mano', en: 'by hand' },
    reference: { es: 'por la referencia', en: 'by reference' },
    day: { es: 'por el día y el monto', en: 'by day and amount' },
    amount: { es: 'por el monto', en: 'by amount' },
    sum: { es: 'por las ventas del día', en: 'by the sales of a day' },
  },
  lateCall: { refused: { es: 'se rechaza', en: 'is refused' }, marked: { es: 'se marca', en: 'is marked' } },
  twoThirds: {
    report: { es: 'informe', en: 'report' },
    ordinary: { es: 'decisión', en: 'decision' },
    admission: { es: 'admisión', en: 'admission' },
    statute: { es: 'estatuto', en: 'statute' },
  },
  twoThirdsOf: { present: { es: 'los presentes', en: 'those present' }, votes: { es: 'los votos', en: 'the votes' } },
  admission: { free: { es: 'libre', en: 'free' }, 'by-resolution': { es: 'por resolución', en: 'by resolution' } },
  basis: kinds.basis,
  cause: LEAVINGS,
  leftCause: LEAVINGS,
  sex: {
    F: { es: 'mujer', en: 'woman' },
    M: { es: 'hombre', en: 'man' },
    X: { es: 'otro', en: 'other' },
  },
  holders: {
    members: { es: 'socias', en: 'members' },
    households: { es: 'una por familia', en: 'one of each household' },
    anybody: { es: 'cualquiera del padrón', en: 'anybody of the register' },
  },
  pays: {
    cash: { es: 'en efectivo', en: 'in cash' },
    transfer: { es: 'por transferencia', en: 'by transfer' },
  },
  way: {
    cash: { es: 'en efectivo', en: 'in cash' },
    transfer: { es: 'por transferencia', en: 'by transfer' },
    qr: { es: 'por QR', en: 'by QR' },
    certificates: { es: 'en certificados', en: 'as certificates' },
  },
  rule: {
    'in-full': { es: 'completo, por orden', en: 'in full, in order' },
    'same-part': { es: 'a todas la misma parte', en: 'the same part of each' },
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

/** Kinds that no sentence names, whichever field tells them. */
const anyKind: Readonly<Record<string, Translated>> = {
  rules: { es: 'reglas', en: 'rules' },
  'run-reversal': { es: 'reversión del reparto', en: 'reversal of the shares' },
  reopening: { es: 'volver a abrir la gestión', en: 'reopening of the season' },
  'rule-set': { es: 'reglas propias', en: 'own rules' },
  'certificate-value': { es: 'valor de certificados', en: 'value of certificates' },
  'goods-scale': { es: 'lo que vale lo aportado en productos', en: 'what goods brought count for' },
  'work-scale': { es: 'lo que vale el trabajo aportado', en: 'what work brought counts for' },
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
  receivable: { es: 'por cobrar', en: 'receivable' },
  payable: { es: 'por pagar', en: 'payable' },
};

/** Fields whose values are kinds of something. */
const KINDS = ['kind', 'origin', 'source'];

/** A kind of something, as it stands alone: without the article that Spanish takes along in a sentence. */
function kindWord(value: string, language: Language): string | undefined {
  if (Object.hasOwn(anyKind, value)) return anyKind[value]?.[language];
  const things: Readonly<Record<string, Translated>> = kinds.thing;
  return Object.hasOwn(things, value) ? things[value]?.[language].replace(/^(?:el|la|lo) /, '') : undefined;
}

/** What a field that says one of a few things says, as people read it; undefined where there is no word for it. */
export function choiceWord(field: string, value: string, language: Language): string | undefined {
  if (KINDS.includes(field)) return kindWord(value, language);
  const words = ofField[field] ?? {};
  return Object.hasOwn(words, value) ? words[value]?.[language] : undefined;
}
