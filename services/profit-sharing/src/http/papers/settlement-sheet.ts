import { inWords, moneyText, type Language } from '@ayni/kernel';
import type { SheetPart, Sheet } from '@ayni/paper/sheet';
import type { Settlement } from '../../use-cases/settle-member/settle-member.query.js';
import { SETTLEMENT_WORDS } from './settlement-words.js';
import { calledWithCode } from './statement-sheet.js';

/** What a member who leaves, or her heir, signs: what is given back, what she owes, and what is left of both. */
export function settlementSheet(settled: Settlement, language: Language, heir?: string): Sheet {
  const words = SETTLEMENT_WORDS[language];
  const { coop, on, member, name, currency, certificates, retained, debts, toPay, toCollect, householdOwed } = settled;
  const money = (amount: string): string => moneyText(amount, currency, language);
  const line = (label: string, amount: string, says: string): SheetPart => ({
    ...{ is: 'line', label, amount: money(amount), says },
    ...{ working: '', isSum: false },
  });
  const owes = /[1-9]/.test(toCollect);
  return {
    foot: `${coop} · ${words.title} · ${member}`,
    parts: [
      { is: 'head', over: coop, title: words.title, under: [words.of(calledWithCode(name, member)), words.on(on)] },
      {
        ...{ is: 'figure', label: owes ? words.toCollect : words.toPay, amount: money(owes ? toCollect : toPay) },
        note: words.net,
      },
      { is: 'section', title: words.given },
      ...certificates.map(({ code, count, boughtOn, amount }) =>
        line(words.certificate(code), amount, words.bought(count, boughtOn)),
      ),
      line(words.retained, retained, words.retainedText),
      { is: 'section', title: words.debts },
      ...(debts.length === 0 ? [{ is: 'note', text: words.noDebts, waits: false } as const] : []),
      ...debts.map(({ kind, code, day, left }) =>
        line(`${inWords('debt', kind, language)} ${code}`, left, words.since(day)),
      ),
      { is: 'note', text: words.family(money(householdOwed)), waits: false },
      ...(heir === undefined ? [] : [{ is: 'note', text: words.inherits(heir), waits: true } as const]),
      { is: 'signatures', of: [heir ?? words.who, words.treasurer, words.president] },
    ],
  };
}
