import type { Answer } from '@ayni/api-client/answer';
import type { Client } from '@ayni/api-client/client';
import { formatAmount, placesOf, readAmount } from '@ayni/kernel';
import type { Coop } from './coop.js';
import { fundsNamedIn } from './named-funds.js';

type FundShare = { readonly fund: string; readonly amount: string };
type BasisShare = { readonly basis: string; readonly pool: string; readonly totalWeight: string };
type MemberShare = {
  readonly member: string;
  readonly household: string;
  readonly minutes: number;
  readonly delivered: string;
  readonly days: number;
  readonly share: string;
  readonly retained: string;
  readonly offset: string;
  readonly debtLeft: string;
  readonly net: string;
  readonly tiesWon: number;
  /** What is left of each. */
  readonly debts: readonly DebtLeft[];
};
type DebtLeft = { readonly code: string; readonly kind: string; readonly amount: string };
type HouseholdShare = {
  readonly household: string;
  readonly net: string;
  readonly paid: string;
  readonly carried: string;
};

/** In stock units, at the end of the season's last day. */
type Stock = Readonly<Record<'harvested' | 'delivered' | 'homeUse' | 'lost' | 'sold' | 'onHand', string>>;

/** What came of a season; amounts are decimal texts. */
export type SeasonOutcome = {
  readonly currency: string;
  readonly revenue: string;
  readonly saleLines: number;
  readonly receipts: number;
  readonly deliveriesCost: string;
  readonly ownExpenses: string;
  readonly restrictedExpenses: string;
  readonly result: string;
  readonly shareCapital: string;
  readonly lossesCovered: string;
  readonly restored: Readonly<Record<string, string>>;
  readonly loss: {
    readonly amount: string;
    readonly drawn: readonly FundShare[];
    readonly forward: string;
  } | null;
  /** After the run: of every fund that this or an earlier one named. */
  readonly fundBalances: Readonly<Record<string, { readonly balance: string; readonly owed: string }>>;
  readonly priorLosses: string;
  readonly funds: readonly FundShare[];
  readonly pool: string;
  readonly bases: readonly BasisShare[];
  readonly members: readonly MemberShare[];
  readonly households: readonly HouseholdShare[];
  readonly paidTotal: string;
  readonly carriedTotal: string;
  readonly stock: Readonly<Record<string, Stock>>;
};

/**
 * Collects the outcome of a season whose shares were worked out in `run`.
 * @param named the funds that earlier seasons named; those of this one are added
 */
export async function seasonOutcome(
  client: Client,
  season: string,
  run: string,
  coop: Coop,
  named = new Set<string>(),
): Promise<SeasonOutcome> {
  const [figures, worked, frozen, stock] = await Promise.all([
    client.get(`/api/profit-sharing/v1/seasons/${encodeURIComponent(season)}/figures`),
    client.get(`/api/profit-sharing/v1/runs/${run}`),
    client.get(`/api/profit-sharing/v1/runs/${run}/case`),
    client.get(`/api/inventory/v1/stock?on=${coop.season.to}`),
  ]);
  const outcome = worked.field('outcome');
  const places = placesOf(coop.currency);
  const funds = outcome.field('funds').list.map((fund) => texts(fund, ['fund', 'amount']));
  const { ruleSet } = coop;
  const inRules = 'funds' in ruleSet ? ruleSet.funds.map(({ code }) => code) : [];
  for (const fund of 'funds' in ruleSet ? inRules : fundsNamedIn(ruleSet.whole).map((name) => name.fund))
    named.add(fund);
  // on a loss the steps do not run: each of their funds was given nothing
  const unnamed = new Set(inRules.filter((code) => !funds.some(({ fund }) => fund === code)));
  const books = frozen.field('books');
  return {
    ...texts(figures, ['currency', 'revenue', 'deliveriesCost', 'ownExpenses', 'restrictedExpenses', 'result']),
    saleLines: figures.field('saleLines').number,
    receipts: figures.field('receipts').number,
    shareCapital: books.field('balances').field('share-capital').text,
    lossesCovered: outcome.field('lossesCovered').text,
    restored: amountsOf(outcome.field('restored')),
    loss: lossIn(outcome),
    fundBalances: fundsAfter(books, outcome, [...named], places),
    priorLosses: lossesAfter(books, outcome, places),
    funds: [...funds, ...[...unnamed].map((fund) => ({ fund, amount: formatAmount(0n, places) }))],
    pool: outcome.field('pool').text,
    bases: outcome.field('bases').list.map((basis) => texts(basis, ['basis', 'pool', 'totalWeight'])),
    members: outcome.field('members').list.map((member) => ({
      ...texts(member, ['member', 'household', 'delivered', 'share', 'retained', 'offset', 'debtLeft', 'net']),
      minutes: whole(member.field('minutes')),
      days: whole(member.field('days')),
      tiesWon: member.field('tiesWon').number,
      debts: member
        .field('workings')
        .field('debts')
        .list.map((debt) => ({ ...texts(debt, ['code', 'kind']), amount: debt.field('left').text }))
        .filter(({ amount }) => readAmount(amount, places) > 0n),
    })),
    households: outcome.field('households').list.map((home) => texts(home, ['household', 'net', 'paid', 'carried'])),
    paidTotal: outcome.field('totals').field('paid').text,
    carriedTotal: outcome.field('totals').field('carried').text,
    stock: Object.fromEntries(
      stock
        .field('items')
        .list.map((item) => [
          item.field('product').text,
          texts(item, ['harvested', 'delivered', 'homeUse', 'lost', 'sold', 'onHand']),
        ]),
    ),
  };
}

const amountsOf = (answer: Answer): Record<string, string> =>
  Object.fromEntries(answer.entries.map(([name, amount]) => [name, amount.text]));

function lossIn(outcome: Answer): SeasonOutcome['loss'] {
  const loss = outcome.field('loss');
  if (loss.value === null) return null;
  const drawn = loss.field('drawn').list.map((draw) => texts(draw, ['fund', 'amount']));
  return { ...texts(loss, ['amount', 'forward']), drawn };
}

/** What is in funds after a run, and what is owed to them: the case says it before, the outcome what moved. */
function fundsAfter(
  books: Answer,
  outcome: Answer,
  named: readonly string[],
  places: number,
): SeasonOutcome['fundBalances'] {
  const before = new Map(books.field('funds').entries);
  const given = new Map(
    outcome.field('funds').list.map((fund) => [fund.field('fund').text, fund.field('balance').text]),
  );
  const restored = new Map(Object.entries(amountsOf(outcome.field('restored'))));
  const drawn = new Map((lossIn(outcome)?.drawn ?? []).map(({ fund, amount }) => [fund, amount]));
  const units = (text: string | undefined): bigint => (text === undefined ? 0n : readAmount(text, places));
  const zero = formatAmount(0n, places);
  return Object.fromEntries(
    [...new Set([...named, ...before.keys(), ...given.keys()])].map((fund) => {
      const owed = units(before.get(fund)?.field('owed').text) + units(drawn.get(fund)) - units(restored.get(fund));
      const balance = given.get(fund) ?? before.get(fund)?.field('balance').text ?? zero;
      return [fund, { balance, owed: formatAmount(owed, places) }];
    }),
  );
}

function lossesAfter(books: Answer, outcome: Answer, places: number): string {
  const left = readAmount(books.field('priorLosses').text, places);
  const covered = readAmount(outcome.field('lossesCovered').text, places);
  const forward = readAmount(lossIn(outcome)?.forward ?? formatAmount(0n, places), places);
  return formatAmount(left - covered + forward, places);
}

function texts<Name extends string>(answer: Answer, names: readonly Name[]): Record<Name, string> {
  const parts = names.map((name): [Name, string] => [name, answer.field(name).text]);
  return Object.fromEntries(parts) as Record<Name, string>; // every name was given its text
}

const whole = (answer: Answer): number => (typeof answer.value === 'string' ? Number(answer.value) : answer.number);
