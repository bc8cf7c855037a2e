import { moneyText, type Language } from '@ayni/kernel';
import type { SheetPart, Sheet } from '@ayni/paper/sheet';
import type { CertificatePaper } from '../../domain/papers/certificate-paper.js';
import { CERTIFICATE_WORDS, type CertificateWords } from './certificate-words.js';
import { calledWithCode } from './statement-sheet.js';

/** Certificates as their holder keeps them: whose they are, what they are worth, and where they stand in the register. */
export function certificateSheet(paper: CertificatePaper, language: Language): Sheet {
  const words = CERTIFICATE_WORDS[language];
  const { coop, currency, code, place, member, name, boughtOn, count, valueEach, amount, paid, owed, withdrawnOn } =
    paper;
  const money = (sum: string): string => moneyText(sum, currency, language);
  const note = (text: string): SheetPart => ({ is: 'note', text, waits: false });
  const unpaid = (text: string): SheetPart => ({ is: 'note', text, waits: true });
  return {
    foot: words.foot(coop, code),
    parts: [
      { is: 'head', over: coop, title: words.title, under: [words.holder(calledWithCode(name, member))] },
      {
        ...{ is: 'figure', label: words.worth, amount: money(amount) },
        note: words.each(count, money(valueEach)),
      },
      ...(owed === null
        ? []
        : [unpaid(withdrawnOn === null ? words.owed(money(paid), money(owed)) : words.paidIn(money(paid)))]),
      note(words.register(place, code)),
      note(words.since(boughtOn)),
      stateOf(paper, words),
      { is: 'signatures', of: [words.president, words.treasurer, words.member] },
    ],
  };
}

function stateOf({ withdrawnOn, receivedBy, transfer }: CertificatePaper, words: CertificateWords): SheetPart {
  if (withdrawnOn === null) return { is: 'note', text: words.held, waits: false };
  const text = transfer === null ? words.withdrawn(withdrawnOn, receivedBy) : words.transferred(withdrawnOn, transfer);
  return { is: 'note', text, waits: true };
}
