import { formatAmount, found, readAmount, Refusal } from '@ayni/kernel';
import { NAMES, spelled } from '@ayni/database/names';
import type { Transaction } from '@ayni/database/transaction';
import { refuseOtherPlaces, type CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import { parseAmountInBooks } from '../../domain/ledger/amount-in-books.js';
import type { LedgerPort } from '../../domain/ledger/ledger.port.js';
import type { HandedWay, PayoutRule, PlannedLine } from '../../domain/payouts/payout.js';
import { planPayout } from '../../domain/payouts/payout-plan.js';
import type { PayoutsPort } from '../../domain/payouts/payouts.port.js';
import { refuseUncarried } from '../../domain/rules/resolution.js';
import type { ResolutionsPort } from '../../domain/rules/resolutions.port.js';
import { placesOfRun, refuseUnless, type RunHead } from '../../domain/runs/run.js';
import type { RunsPort } from '../../domain/runs/runs.port.js';
import type { Till } from '../../domain/ledger/till.js';
import { claimsOf, type Claim } from '../claim-shares/claims.query.js';
import { keptLines, type AskedCertificates } from './kept-lines.js';

/** How a treasurer asks for a payout. */
export type AskedPayout = {
  readonly code: string;
  readonly rule: PayoutRule;
  readonly order?: readonly string[] | null;
  readonly resolution?: string | null;
  /** The money to be paid out of each till; all that lies there where it is left out. */
  readonly cash?: string | null;
  readonly bank?: string | null;
  /** That somebody counted it, though the books have less. */
  readonly counted?: boolean | null;
  readonly ways?: readonly { readonly household: string; readonly way: HandedWay }[] | null;
  /** Whose households keep what they are owed as certificates, in her name. */
  readonly certificates?: AskedCertificates | null;
};

/** What is told of a payout that was planned. */
type Planned = {
  readonly code: string;
  readonly state: 'planned';
  readonly households: number;
  readonly amount: string;
  /** What households go on being owed. */
  readonly left: string;
};

/**
 * Plans who of the households is paid how much of what they are owed, by the money that is there. The transaction holds
 * the co-op's lock alone.
 */
export class PlanPayout {
  constructor(
    private readonly coops: CoopDirectory,
    private readonly runs: RunsPort,
    private readonly payouts: PayoutsPort,
    private readonly resolutions: ResolutionsPort,
    private readonly ledger: LedgerPort,
  ) {}

  async run(tx: Transaction, id: string, asked: AskedPayout, by: string): Promise<{ payout: Planned }> {
    const run = found(await this.runs.head(tx, id), 'run', id);
    refuseUnless(run, 'approved');
    const coop = await this.coops.get(tx);
    refuseOtherPlaces(coop);
    const { places, currency } = coop;
    if (placesOfRun(run) !== places) throw new Refusal('run-outdated', '', { run: id });
    const { code, rule, resolution = null } = asked;
    if (resolution !== null) refuseUncarried(resolution, await this.resolutions.find(tx, resolution));
    const open = await this.payouts.openOne(tx);
    if (open !== undefined) throw new Refusal('payout-open', '', { payout: open });
    const claims = await claimsOf(tx, id);
    const { order, wayOf } = await namedHouseholds(tx, claims, asked);
    const money = {
      cash: await this.money(tx, 'cash', asked, places),
      bank: await this.money(tx, 'bank', asked, places),
    };
    const kept = await keptLines(tx, claims, asked.certificates ?? null, { places, day: await this.coops.today(tx) });
    const keeping = new Set(kept.map(({ household }) => household));
    const paid = claims.filter(({ household }) => !keeping.has(household));
    const owed = paid.map(({ household, owed: due, pays }) => ({
      household,
      owed: due,
      way: wayOf.get(household) ?? pays,
    }));
    const parts = planPayout(owed, { rule, order, money, coin: coinOf(run, places) });
    if (parts.length + kept.length === 0) throw new Refusal('nothing-to-pay', '', { run: id });
    const claimOf = new Map(claims.map((claim) => [claim.household, claim]));
    const handed = parts.map(({ household, amount }): PlannedLine => {
      const { pays = 'cash', payee = '', account = '' } = claimOf.get(household) ?? {};
      return { household, amount, way: wayOf.get(household) ?? pays, payee, account, kept: null };
    });
    const lines = [...handed, ...kept];
    await this.payouts.plan(tx, { code, run: id, season: run.season, currency, rule, resolution, ...money }, lines, by);
    const amount = lines.reduce((sum, line) => sum + line.amount, 0n);
    const all = claims.reduce((sum, claim) => sum + claim.owed, 0n);
    return {
      payout: {
        ...{ code, state: 'planned', households: lines.length },
        ...{ amount: formatAmount(amount, places), left: formatAmount(all - amount, places) },
      },
    };
  }

  /** @throws Refusal `more-than-in-till` where the books have less than is to be paid and nobody counted it */
  private async money(tx: Transaction, till: Till, asked: AskedPayout, places: number): Promise<bigint> {
    const balance = await this.ledger.balance(tx, till);
    const there = balance > 0n ? balance : 0n;
    const wanted = asked[till] ?? null;
    if (wanted === null) return there;
    const amount = parseAmountInBooks(wanted, places, `/${till}`);
    if (amount > there && asked.counted !== true)
      throw new Refusal('more-than-in-till', `/${till}`, { there: formatAmount(there, places) });
    return amount;
  }
}

/**
 * Which households are paid before others, and which otherwise than is registered, as the books spell them.
 * @throws Refusal `household-not-owed`
 */
async function namedHouseholds(
  tx: Transaction,
  claims: readonly Claim[],
  { order, ways }: AskedPayout,
): Promise<{ readonly order: readonly string[]; readonly wayOf: ReadonlyMap<string, HandedWay> }> {
  const first = order ?? [];
  const others = ways ?? [];
  const nameOf = await spelled(tx, NAMES.household, [...first, ...others.map(({ household }) => household)]);
  const owed = new Set(claims.map(({ household }) => household));
  const named = (household: string, pointer: string): string => {
    const name = nameOf(household);
    if (!owed.has(name)) throw new Refusal('household-not-owed', pointer, { household });
    return name;
  };
  return {
    order: first.map((household, i) => named(household, `/order/${i}`)),
    wayOf: new Map(others.map(({ household, way }, i) => [named(household, `/ways/${i}/household`), way])),
  };
}

/** What the smallest coin is worth by the rules of the run, in smallest units. */
function coinOf({ case: { ruleSet } }: RunHead, places: number): bigint {
  const { cashUnit } = ruleSet;
  return cashUnit === undefined ? 1n : readAmount(cashUnit, places);
}
