import { figureText, moneyText, type Language } from '@ayni/kernel';
import type { StatementPaper } from '../../domain/papers/statement-paper.js';
import type { CheckAddress } from './check-address.js';
import { PAPER_WORDS } from './paper-words.js';
import { calledAs, calledWithCode, paymentLines, stateOf } from './statement-sheet.js';

/** A statement short enough for a message on a phone: what it comes to, by which amounts, and where it can be checked. */
export function statementText(paper: StatementPaper, language: Language, address: CheckAddress): string {
  const words = PAPER_WORDS[language];
  const { coop, season, currency, household, amount } = paper;
  const [first] = paper.members;
  const isOwn = paper.of === 'member' && first !== undefined;
  const who = isOwn ? calledAs(first) : calledWithCode(paper.householdName, household);
  const label = isOwn ? words.net(household) : words.paid;
  // nothing set off of a debt is for the whole statement; the sum itself is said also where it is nothing
  const lines = (isOwn ? first.lines : paper.householdLines).filter(
    ({ amount: of }, i, { length }) => /[1-9]/.test(of) || i === length - 1,
  );
  return [
    `${coop}. ${words.title(season)}.`,
    `${who}. ${label}: ${moneyText(amount, currency, language)}.`,
    `${lines.map((line) => `${line.label} ${figureText(line.amount, language)}`).join('; ')}.`,
    stateOf(paper, language),
    ...(paper.payment === null ? [] : paymentLines(paper, language)),
    words.checkBriefly(paper.check, address.page),
  ].join('\n');
}
