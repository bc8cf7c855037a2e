import { figureText, moneyText, type Language } from '@ayni/kernel';
import type { SheetPart, Sheet } from '@ayni/paper/sheet';
import { piecesFor } from '../../domain/ledger/cash.js';
import type { SheetToSign } from '../../domain/sheet-to-sign.js';
import { PACK_WORDS } from './pack-words.js';
import { PAPER_WORDS } from './paper-words.js';
import { calledWithCode, stateOf } from './statement-sheet.js';

/** Room for a signature and a thumb, in millimetres. */
const TO_SIGN = 18;

/** What every family signs when it is paid, and the notes and coins that are needed for it. */
export function signatureSheet(pack: SheetToSign, language: Language): Sheet {
  const words = PACK_WORDS[language];
  const { coop, season, currency, fingerprint, households, totals } = pack;
  const figure = (amount: string): string => figureText(amount, language);
  return {
    foot: PAPER_WORDS[language].foot({ coop, season, fingerprint }),
    parts: [
      { is: 'head', over: coop, title: words.signatures(season), under: [stateOf(pack, language)] },
      {
        is: 'figure',
        label: words.total,
        amount: moneyText(totals.paid, currency, language),
        note: words.families(households.length),
      },
      {
        is: 'table',
        columns: [
          { head: words.family, share: 34, isNumber: false },
          { head: words.how, share: 14, isNumber: false },
          { head: words.amount, share: 16, isNumber: true },
          { head: words.received, share: 32, isNumber: false },
          { head: words.thumb, share: 14, isNumber: false, isBox: true },
        ],
        rows: households.map(({ household, name, paid, pays }) => [
          ...[calledWithCode(name, household), words.pays[pays], figure(paid), '', ''],
        ]),
        foot: [words.total, '', figure(totals.paid), '', ''],
        rowHeight: TO_SIGN,
      },
      ...cashParts(pack, language),
      { is: 'signatures', of: [words.paidBy, words.president, words.witness] },
    ],
  };
}

function cashParts({ households, currency, places }: SheetToSign, language: Language): readonly SheetPart[] {
  const words = PACK_WORDS[language];
  const inCash = households.filter(({ pays }) => pays === 'cash').map(({ paid }) => paid);
  const pieces = piecesFor(inCash, currency, places);
  if (pieces.length === 0) return [];
  return [
    { is: 'section', title: words.cash },
    { is: 'note', text: words.cashText, waits: false },
    {
      is: 'table',
      columns: [
        { head: words.piece, share: 1, isNumber: true },
        { head: words.count, share: 1, isNumber: true },
        { head: words.value, share: 1, isNumber: true },
      ],
      rows: pieces.map(({ piece, count, amount }) => [
        moneyText(piece, currency, language),
        ...[figureText(String(count), language), figureText(amount, language)],
      ]),
      foot: [],
      rowHeight: 0,
    },
  ];
}
