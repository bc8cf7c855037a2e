import type { Answer } from '@ayni/api-client/answer';
import type { Client } from '@ayni/api-client/client';
import { formatAmount, placesOf } from '@ayni/kernel';
import type { Coop } from './coop.js';

type FundShare = { readonly fund: string; readonly amount: string };
type BasisShare = { readonly basis: string; readonly pool: string; readonly totalWeight: string };
type MemberShare = {
  readonly member: string;
  readonly household: string;
  readonly minutes: number;
  readonly delivered: string;
  readonly days: number;
  readonly share: string;
  readonly offset: string;
  readonly debtLeft: string;
  readonly net: string;
};
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
  readonly funds: readonly FundShare[];
  readonly pool: string;
  readonly bases: readonly BasisShare[];
  readonly members: readonly MemberShare[];
  readonly households: readonly HouseholdShare[];
  readonly paidTotal: string;
  readonly carriedTotal: string;
  readonly stock: Readonly<Record<string, Stock>>;
};

/** Collects the outcome of a season whose shares were worked out in `run`. */
export async function seasonOutcome(client: Client, season: string, run: string, coop: Coop): Promise<SeasonOutcome> {
  const [figures, worked, stock] = await Promise.all([
    client.get(`/api/profit-sharing/v1/seasons/${encodeURIComponent(season)}/figures`),
    client.get(`/api/profit-sharing/v1/runs/${run}`),
    client.get(`/api/inventory/v1/stock?on=${coop.season.to}`),
  ]);
  const outcome = worked.field('outcome');
  const funds = outcome.field('funds').list.map((fund) => texts(fund, ['fund', 'amount']));
  // on a loss the steps do not run: each of their funds was given nothing
  const unnamed = new Set(
    coop.ruleSet.funds.map(({ code }) => code).filter((code) => !funds.some(({ fund }) => fund === code)),
  );
  return {
    ...texts(figures, ['currency', 'revenue', 'deliveriesCost', 'ownExpenses', 'restrictedExpenses', 'result']),
    saleLines: figures.field('saleLines').number,
    receipts: figures.field('receipts').number,
    funds: [...funds, ...[...unnamed].map((fund) => ({ fund, amount: formatAmount(0n, placesOf(coop.currency)) }))],
    pool: outcome.field('pool').text,
    bases: outcome.field('bases').list.map((basis) => texts(basis, ['basis', 'pool', 'totalWeight'])),
    members: outcome.field('members').list.map((member) => ({
      ...texts(member, ['member', 'household', 'delivered', 'share', 'offset', 'debtLeft', 'net']),
      minutes: whole(member.field('minutes')),
      days: whole(member.field('days')),
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

function texts<Name extends string>(answer: Answer, names: readonly Name[]): Record<Name, string> {
  const parts = names.map((name): [Name, string] => [name, answer.field(name).text]);
  return Object.fromEntries(parts) as Record<Name, string>; // every name was given its text
}

const whole = (answer: Answer): number => (typeof answer.value === 'string' ? Number(answer.value) : answer.number);
