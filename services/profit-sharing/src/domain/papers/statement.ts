import { split, type BasisName } from '@ayni/distribution';
import { formatAmount, inWords, parseDecimal, readAmount, type Language } from '@ayni/kernel';
import { fundLabel } from '../rules/called-funds.js';
import { placesOfRun } from '../runs/run.js';
import type { HouseholdShare, MemberShare, NamedSummary, RunSummary, Weights } from '../runs/run-shares.js';
import { WORDS, type StatementWords } from './statement-words.js';

/** One line of a statement: what it is, how it comes about, and what it comes to. */
export type StatementLine = {
  readonly label: string;
  /** What it means, where the label does not say it. */
  readonly says?: string;
  /** How to redo it with a pencil. */
  readonly working: string;
  readonly amount: string;
};

export type MemberStatement = {
  readonly member: string;
  readonly household: string;
  readonly figures: Readonly<Record<'minutes' | 'days', number> & Record<'delivered', string>> &
    Readonly<Record<'share' | 'retained' | 'offset' | 'debtLeft' | 'net', string>>;
  readonly workings: readonly StatementLine[];
};

export type HouseholdStatement = {
  readonly household: string;
  readonly figures: Readonly<Record<'net' | 'carriedBefore' | 'paid' | 'carried', string>>;
  readonly members: readonly string[];
  readonly workings: readonly StatementLine[];
};

/** What a member's weights in a case were, as people speak of them. */
export const weightsOf = (
  weights: Weights | undefined,
  places: number,
): { minutes: number; delivered: string; days: number } => ({
  minutes: Number(weights?.['work-minutes'] ?? 0),
  delivered: formatAmount(BigInt(weights?.['value-delivered'] ?? 0), places),
  days: Number(weights?.equal ?? 0),
});

/** A member's statement, from the season's result to what is hers. */
export function memberStatement(
  run: NamedSummary,
  { weights, figures }: MemberShare,
  language: Language,
): MemberStatement {
  const { member, household, share, retained, offset, debtLeft, net } = figures;
  return {
    member,
    household,
    figures: { ...weightsOf(weights, placesOfRun(run)), share, retained, offset, debtLeft, net },
    workings: [...seasonLines(run, language), ...memberLines(run, figures, language)],
  };
}

/** From the members' pool to what is a member's. */
export function memberLines(run: RunSummary, figures: MemberShare['figures'], language: Language): StatementLine[] {
  const words = WORDS[language];
  const none = nothing(run);
  const { share, retained, offset, net, workings } = figures;
  return [
    ...workings.bases.map((part) => basisLine(run, part, figures.shares[part.basis] ?? none, words)),
    {
      label: words.share,
      working: workings.bases.map(({ basis }) => figures.shares[basis] ?? none).join(' + '),
      amount: share,
    },
    ...(isAbove0(retained) ? [retainedLine(run, share, retained, words)] : []),
    ...workings.debts.map((debt) => ({
      label: words.debt({ ...debt, kind: inWords('debt', debt.kind, language) }),
      working: words.debtIs(debt),
      amount: debt.taken,
    })),
    { label: words.net, working: [share, retained, offset].join(' − '), amount: net },
  ];
}

/** A household's statement: its members' parts, and what of them is paid in coins. */
export function householdStatement(
  run: RunSummary,
  { carriedBefore, figures, members }: HouseholdShare,
  language: Language,
): HouseholdStatement {
  const words = WORDS[language];
  const { household, net, paid, carried } = figures;
  const places = placesOfRun(run);
  const none = nothing(run);
  const due = formatAmount(readAmount(net, places) + readAmount(carriedBefore, places), places);
  return {
    household,
    figures: { net, carriedBefore, paid, carried },
    members: members.map(({ member }) => member),
    workings: [
      ...members.map((member) => ({
        label: `${words.net} (${member.member})`,
        working: [member.share, member.retained, member.offset].join(' − '),
        amount: member.net,
      })),
      { label: words.household, working: members.map((member) => member.net).join(' + ') || none, amount: net },
      { label: words.carriedBefore, working: '', amount: carriedBefore },
      {
        label: words.paid,
        working: words.paidIs({ due, cashUnit: run.case.ruleSet.cashUnit ?? formatAmount(1n, places) }),
        amount: paid,
      },
      { label: words.carried, working: `${due} − ${paid}, ${words.carriedIs}`, amount: carried },
    ],
  };
}

/** From the season's books to the members' pool. */
export function seasonLines(
  { case: { books, ruleSet }, outcome, funds }: NamedSummary,
  language: Language,
): StatementLine[] {
  const words = WORDS[language];
  const places = placesOfRun({ outcome });
  const unit = unitOf(places, words);
  const { revenue, deliveries, ownExpenses } = books;
  const result = {
    label: words.result,
    working: words.resultIs({ revenue, deliveries, ownExpenses }),
    amount: outcome.result,
  };
  if (outcome.loss) return [result, { label: words.loss, working: words.lossIs, amount: outcome.loss.amount }];
  const steps = outcome.steps.map((shown, i): StatementLine => {
    const step = ruleSet.steps[i];
    const { base, due, short, taken, left } = shown;
    if (step?.kind !== 'fund')
      return {
        label: step?.kind === 'restore' ? words.restore(fundLabel(funds, step.fund, language)) : words.coverLosses,
        working: words.takes({ due, taken, left }),
        amount: taken,
      };
    const rounding = words.rounding[step.rounding](unit.unit);
    const working = [
      words.fundIs({ percent: step.percent, base, rounding, due, left }),
      isAbove0(short) ? words.short({ there: less(due, short, places) }) : '',
      shown.room === undefined ? '' : words.capped({ room: shown.room }),
      ...shown.passedOn.map(({ fund, amount }) => words.passedOn({ fund: fundLabel(funds, fund, language), amount })),
    ].join('');
    return { label: fundLabel(funds, step.fund, language), working, amount: taken };
  });
  return [result, ...steps, { label: words.pool, working: words.poolIs, amount: outcome.pool }];
}

function basisLine(
  run: RunSummary,
  part: MemberShare['figures']['workings']['bases'][number],
  amount: string,
  words: StatementWords,
): StatementLine {
  const { basis, weight, counted, floor, remainder } = part;
  const places = placesOfRun(run);
  const unit = unitOf(places, words);
  const shown = shownIn(places);
  const shared = run.outcome.bases.find((each) => each.basis === basis);
  const total = shared?.totalWeight ?? '0';
  const said = (some: string): string => words.weight[basis](shown(basis, some));
  const working = [
    counted === weight ? '' : words.atMost({ counted: said(counted), weight: said(weight) }),
    basisPoolWorking(run, basis, words),
    // nobody has an entry where nothing is shared
    isAbove0(total)
      ? words.basisIs({ basisPool: shared?.pool ?? nothing(run), weight: said(counted), total: said(total), floor })
      : '',
    isAbove0(remainder)
      ? words.fraction({ fraction: `${remainder}/${total}`, ...unit, odd: words.oddUnit[part.unit](unit) })
      : '',
  ];
  const line = { label: words.basis[basis], working: working.join(''), amount };
  if (!isAbove0(total)) return line;
  const [count, ofWhat] = words.spoken[basis];
  const [mine, all] = [count(shown(basis, counted)), count(shown(basis, total))];
  return { ...line, says: words.gave({ mine, ofWhat, total: all, amount }) };
}

/** How a basis came to its part of the members' pool: a unit that percents leave over goes to the larger fraction. */
function basisPoolWorking({ case: { ruleSet }, outcome }: RunSummary, basis: BasisName, words: StatementWords): string {
  const places = placesOfRun({ outcome });
  const unit = unitOf(places, words);
  const parties = ruleSet.bases.map((each, i) => ({
    key: String(i).padStart(String(ruleSet.bases.length).length, '0'),
    weight: parseDecimal(each.percent, 2).units,
    tiesWon: 0,
  }));
  const place = ruleSet.bases.findIndex((each) => each.basis === basis);
  const { parts, totalWeight } = split(readAmount(outcome.pool, places), parties);
  const [part, { percent = '' } = {}] = [parts[place], ruleSet.bases[place]];
  if (!part) throw new Error(`no basis ${basis}`);
  const sum = { percent, pool: outcome.pool, basisPool: formatAmount(part.amount, places) };
  if (part.remainder === 0n) return words.percentIs(sum);
  return words.percentLeaves({
    ...sum,
    ...unit,
    floor: formatAmount(part.floor, places),
    fraction: `${part.remainder}/${totalWeight}`,
    odd: words.oddUnitOfBasis[part.unit](unit),
  });
}

const retainedLine = (
  { case: { ruleSet } }: RunSummary,
  share: string,
  amount: string,
  words: StatementWords,
): StatementLine => ({
  label: words.retained,
  working: words.retainedIs({ percent: ruleSet.retainPercent ?? '0', share }),
  amount,
});

/** Money is read in its own unit, whatever it is weighed in. */
const shownIn =
  (places: number) =>
  (basis: BasisName, weight: string): string =>
    basis === 'value-delivered' ? formatAmount(BigInt(weight), places) : weight;

/** An amount of nothing, in the places of the run. */
const nothing = (run: Pick<RunSummary, 'outcome'>): string => formatAmount(0n, placesOfRun(run));

/** The smallest unit of money: what people call it, one of it, and it as an amount. */
function unitOf(places: number, { centavo }: StatementWords): Readonly<Record<'unit' | 'one' | 'plus', string>> {
  const plus = formatAmount(1n, places);
  return places === 2 ? { ...centavo, plus } : { unit: plus, one: plus, plus };
}

const less = (amount: string, by: string, places: number): string =>
  formatAmount(readAmount(amount, places) - readAmount(by, places), places);

const isAbove0 = (amount: string): boolean => /[1-9]/.test(amount);
