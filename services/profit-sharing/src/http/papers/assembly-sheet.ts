import { figureText, inWords, moneyText, type Language } from '@ayni/kernel';
import type { SheetPart, Sheet } from '@ayni/paper/sheet';
import type { OtherShares } from '../../domain/rules/other-rules.js';
import type { Pack } from '../../domain/papers/pack.js';
import { PACK_WORDS } from './pack-words.js';
import { PAPER_WORDS } from './paper-words.js';
import { calledWithCode, linesUnder, rulesNote, stateOf } from './statement-sheet.js';

/** Room for a signature, in millimetres. */
const TO_SIGN = 9;

/**
 * What the assembly has before it: the figures, the text that it votes on, what other rules would have given on the same
 * books, and then what each family gets, to be signed.
 */
export function assemblySheets(pack: Pack, others: readonly OtherShares[], language: Language): readonly Sheet[] {
  const words = PACK_WORDS[language];
  const { coop, season, currency, fingerprint, result, pool, isLoss, bases, households, totals } = pack;
  const money = (amount: string): string => moneyText(amount, currency, language);
  const figure = (amount: string): string => figureText(amount, language);
  const foot = PAPER_WORDS[language].foot({ coop, season, fingerprint });
  const head = { is: 'head', over: coop, title: words.assembly(season), under: [stateOf(pack, language)] } as const;
  const voted = { season, fingerprint, result: money(result), pool: money(pool), paid: money(totals.paid) };
  return [
    {
      foot,
      parts: [
        head,
        { is: 'figure', label: words.pool, amount: money(pool), note: words.result(money(result)) },
        ...linesUnder(words.from, pack.seasonLines, language),
        { is: 'section', title: words.bases },
        {
          is: 'table',
          columns: [
            { head: words.basis, share: 3, isNumber: false },
            { head: words.percent, share: 1, isNumber: true },
            { head: words.sum, share: 1, isNumber: true },
          ],
          rows: bases.map((one) => [
            ...[inWords('basis', one.basis, language), `${figure(one.percent)} %`, figure(one.pool)],
          ]),
          foot: [words.total, '', figure(pool)],
          rowHeight: 0,
        },
        ...rulesNote(pack, language),
        ...otherParts(pack, others, language),
        { is: 'section', title: words.resolution },
        {
          is: 'note',
          text: isLoss
            ? words.lossText(voted)
            : words.resolutionText({ ...voted, families: words.families(households.length) }),
          waits: true,
        },
        { is: 'note', text: words.votes, waits: false },
        { is: 'signatures', of: [words.president, words.secretary, words.witness] },
      ],
    },
    {
      foot,
      parts: [
        head,
        { is: 'section', title: words.each },
        {
          is: 'table',
          columns: [
            { head: words.family, share: 32, isNumber: false },
            { head: words.share, share: 15, isNumber: true },
            { head: words.retained, share: 14, isNumber: true },
            { head: words.offset, share: 15, isNumber: true },
            { head: words.paid, share: 15, isNumber: true },
            { head: words.signature, share: 26, isNumber: false },
          ],
          rows: households.map(({ household, name, share, retained, offset, paid }) => [
            calledWithCode(name, household),
            ...[share, retained, offset, paid].map(figure),
            '',
          ]),
          foot: [words.total, ...[totals.shares, totals.retained, totals.offset, totals.paid].map(figure), ''],
          rowHeight: TO_SIGN,
        },
      ],
    },
  ];
}

/** Other rules on the same books: sums alone, for who gets what by them is nobody's business before they are voted on. */
function otherParts({ pool, funds }: Pack, others: readonly OtherShares[], language: Language): readonly SheetPart[] {
  const words = PACK_WORDS[language];
  const figure = (amount: string | null): string => (amount === null ? '–' : figureText(amount, language));
  if (others.length === 0) return [];
  return [
    { is: 'section', title: words.others },
    { is: 'note', text: words.othersText, waits: false },
    {
      is: 'table',
      columns: [
        { head: words.rules, share: 40, isNumber: false },
        { head: words.toFunds, share: 18, isNumber: true },
        { head: words.pool, share: 20, isNumber: true },
        { head: words.more, share: 16, isNumber: true },
        { head: words.less, share: 16, isNumber: true },
      ],
      rows: [
        [words.present, figure(funds), figure(pool), '', ''],
        ...others.map((one) => [
          ...[one.name, figure(one.funds), figure(one.pool)],
          ...(one.pool === null ? ['', ''] : [String(one.more), String(one.less)]),
        ]),
      ],
      foot: [],
      rowHeight: 0,
    },
  ];
}
