import { figuresWithin, figureText, moneyText, type Language } from '@ayni/kernel';
import type { Line, Note, SheetPart, Sheet } from '@ayni/paper/sheet';
import type { MemberPart, PaperHead, StatementPaper } from '../../domain/papers/statement-paper.js';
import type { StatementLine } from '../../domain/papers/statement.js';
import type { CheckAddress } from './check-address.js';
import { PAPER_WORDS } from './paper-words.js';

/** A statement as it is printed: the figure that matters first, then how it comes about. */
export function statementSheet(paper: StatementPaper, language: Language, address: CheckAddress): Sheet {
  const words = PAPER_WORDS[language];
  const { coop, season, currency, household, amount, fingerprint, seasonLines } = paper;
  const isOwn = paper.of === 'member';
  const [first] = paper.members;
  return {
    foot: words.foot({ coop, season, fingerprint }),
    parts: [
      {
        is: 'head',
        over: coop,
        title: words.title(season),
        under: [
          isOwn && first
            ? words.member({ name: calledAs(first), household })
            : words.household({ name: calledWithCode(paper.householdName, household) }),
          stateOf(paper, language),
        ],
      },
      {
        is: 'figure',
        label: isOwn ? words.net(household) : words.paid,
        amount: moneyText(amount, currency, language),
        note: '',
        check: { address: address.of(paper.check), code: paper.check.replaceAll('-', ' ') },
      },
      ...paymentLines(paper, language).map((text) => note(text, true)),
      ...paper.members.flatMap((member) => memberParts(member, paper, language)),
      ...linesUnder(words.family, paper.householdLines, language),
      ...linesUnder(words.season, seasonLines, language),
      ...rulesNote(paper, language),
      note(words.check(address.page)),
    ],
  };
}

function memberParts(part: MemberPart, { of, currency }: StatementPaper, language: Language): readonly SheetPart[] {
  const words = PAPER_WORDS[language];
  const { tiesWon, debtLeft, retained } = part.figures;
  const money = (amount: string): string => moneyText(amount, currency, language);
  return [
    ...linesUnder(of === 'member' ? words.own : words.part(calledAs(part)), part.lines, language),
    ...(isAbove0(retained) ? [note(words.retained(money(retained)))] : []),
    note(isAbove0(debtLeft) ? words.debtLeft(money(debtLeft)) : words.noDebt),
    note(words.ties(tiesWon)),
  ];
}

/** By which of the co-op's own rules a run was worked out, where it was by such. */
export function rulesNote({ rules }: Pick<PaperHead, 'rules'>, language: Language): readonly Note[] {
  if (rules === null) return [];
  const { name, version, amended, law } = rules;
  const articles = rules.articles.map(({ article, mark }) => (mark ? `${article} (${mark[language]})` : article));
  const of = { name, version, amended, law, articles: articles.join('; ') };
  return [note(PAPER_WORDS[language].rules(of))];
}

/** Whether the household was paid, when, how, and what it is owed still. */
export function paymentLines(
  { payment, currency }: Pick<StatementPaper, 'payment' | 'currency'>,
  language: Language,
): readonly string[] {
  const words = PAPER_WORDS[language];
  if (payment === null) return [words.notYetPaid];
  const money = (amount: string): string => moneyText(amount, currency, language);
  const handed = payment.payments.map(({ paidOn, way, amount }) =>
    way === 'certificates'
      ? words.kept({ day: paidOn, amount: money(amount) })
      : words.handed({ day: paidOn, way: words.way[way], amount: money(amount) }),
  );
  return [...handed, isAbove0(payment.owed) ? words.owed(money(payment.owed)) : words.owedNothing];
}

/** Lines under their title; the last is what they come to. */
export const linesUnder = (title: string, lines: readonly StatementLine[], language: Language): readonly SheetPart[] =>
  lines.length === 0
    ? []
    : [{ is: 'section', title }, ...lines.map((line, i) => lineOf(line, i === lines.length - 1, language))];

function lineOf({ label, says, working, amount }: StatementLine, isSum: boolean, language: Language): Line {
  const { pencil } = PAPER_WORDS[language];
  return {
    is: 'line',
    label,
    amount: figureText(amount, language),
    says: figuresWithin(says ?? '', language),
    working: working === '' ? '' : `${says === undefined ? '' : pencil}${figuresWithin(working, language)}`,
    isSum,
  };
}

/** What the assembly has said of a run so far. */
export const stateOf = ({ state, resolution }: Pick<PaperHead, 'state' | 'resolution'>, language: Language): string => {
  const words = PAPER_WORDS[language];
  return state === 'approved' && resolution !== null ? words.resolution(resolution) : words.state[state];
};

const note = (text: string, waits = false): Note => ({ is: 'note', text, waits });

/** A member as people call her, with her number. */
export const calledAs = ({ name, member }: Pick<MemberPart, 'name' | 'member'>): string => calledWithCode(name, member);

export const calledWithCode = (name: string | null, code: string): string =>
  name === null ? code : `${name} (${code})`;

const isAbove0 = (amount: string): boolean => /[1-9]/.test(amount);
