import { dayIn, parseInstant, parseZone } from '@ayni/kernel';
import { until } from '@ayni/testing/until';
import type { SystemBooks } from '@ayni/testing-systems/system-books';
import type { SystemProcess } from '@ayni/testing-systems/system-process';
import type { Crash, Crashes } from './crashes.js';
import { insist } from './insist.js';
import type { Moment } from './order.js';
import type { Held, SharedSeason } from './shared-season.js';

/** A system that is killed at moments of what is done with the shares of a season. */
export type Killed = {
  readonly system: SystemProcess;
  readonly crashes: Crashes;
  /** The process that shares and pays, as orders name it. */
  readonly process: string;
  readonly season: SharedSeason;
};

/** What the books say after each step, and the flaws that were found on the way. */
export type Told = { readonly kills: readonly string[]; readonly held: Readonly<Record<string, Held>> };

/** What is done with the shares of a season, in its order; the name is what has been done then. */
export const STEPS = [
  ...(['approved', 'planned', 'confirmed', 'paid', 'given back', 'reversed', 'approved again'] as const),
  ...(['kept', 'kept given back', 'lapsed', 'brought'] as const),
] as const;
export type Step = (typeof STEPS)[number];

const COMMIT = ['transaction:committing', 'transaction:committed'] as const;
/** Steps that tell nobody anything: what starts again would take the next order, so each kill has a record of its own. */
export const UNTOLD: readonly Step[] = ['planned', 'lapsed', 'brought'];
/** What the plan that is killed at a moment is called; the last one is confirmed and paid. */
const PLANS = { 'transaction:committing': 'P0', 'transaction:committed': 'P1' } as const;

/** The same of what lapses. */
const LAPSES = { 'transaction:committing': 'L0', 'transaction:committed': 'L1' } as const;

/** The same of what is brought for a certificate. */
const BROUGHT = { 'transaction:committing': 'B0', 'transaction:committed': 'B1' } as const;

/**
 * Approves shares, plans, confirms and pays them, takes a payment back, reverses the run, shares again, keeps a share as
 * certificates, lets it lapse and takes work for certificates; the process is killed at every one of `moments` of each of `steps`, and whoever asked asks again until she is answered.
 */
export async function killWhilePaying(
  killed: Killed,
  moments: readonly Moment[],
  steps: readonly Step[],
): Promise<Told> {
  const { season } = killed;
  const today = dayIn(parseZone('America/La_Paz'), parseInstant(new Date().toISOString()));
  const kills: string[] = [];
  const held: Record<string, Held> = {};
  const step = async (name: Step, type: string, work: () => Promise<unknown>): Promise<void> => {
    kills.push(...(await killAtEach(killed, steps.includes(name) ? moments : [], type, work)));
    held[name] = await season.held(run);
  };
  let run = await season.work('1');
  await step('approved', 'run-approved', () => season.approve(run, '1'));
  for (const moment of COMMIT) {
    if (moment !== COMMIT[0]) await season.end(PLANS[COMMIT[0]]);
    const isKilled = steps.includes('planned');
    kills.push(
      ...(await killAtEach(killed, isKilled ? [moment] : [], undefined, () => season.plan(run, PLANS[moment]))),
    );
  }
  held['planned'] = await season.held(run);
  await step('confirmed', 'payout-confirmed', () => season.confirm('P1'));
  await step('paid', 'household-paid', () => season.pay('P1', today));
  await step('given back', 'household-payment-reversed', () => season.giveBack('P1-F01'));
  await season.end('P1');
  await season.askReversal(run, '2');
  const first = run;
  await step('reversed', 'run-reversed', () => season.reverse(first, '2'));
  run = await season.workAgain('3');
  await step('approved again', 'run-approved', () => season.approve(run, '3'));
  if (steps.includes('kept')) {
    await season.plan(run, 'P2', { valueEach: '100.00', members: ['001'] });
    await season.confirm('P2');
    await step('kept', 'household-paid', () => season.pay('P2', today, ['F01']));
    await step('kept given back', 'household-payment-reversed', () => season.giveBack('P2-F01'));
    await season.end('P2');
    await season.letLapse('lapse');
    for (const moment of COMMIT) {
      if (moment !== COMMIT[0]) await season.takeLapseBack(LAPSES[COMMIT[0]]);
      kills.push(
        ...(await killAtEach(killed, [moment], undefined, () => season.lapse(LAPSES[moment], 'F01', 'lapse', today))),
      );
    }
    held['lapsed'] = await season.held(run);
  }
  if (steps.includes('brought')) {
    await season.sellOnTrust('K1', 'scale', today);
    for (const moment of COMMIT)
      kills.push(
        ...(await killAtEach(killed, [moment], undefined, () => season.bring(BROUGHT[moment], 'K1', 'scale', today))),
      );
    if ((await season.leftOf('K1')) !== '80.00') throw new Error('work that was brought counts twice, or not at all');
    held['brought'] = await season.held(run);
  }
  for (const id of [first, run]) if (!(await season.holds(id))) throw new Error(`The run ${id} does not hold any more`);
  return { kills, held };
}

/** Orders a crash at each of the moments, one after the other, and does what leads to them. */
async function killAtEach(
  { system, crashes, process }: Killed,
  moments: readonly Moment[],
  type: string | undefined,
  work: () => Promise<unknown>,
): Promise<string[]> {
  const ordered: Crash[] = [];
  for (const moment of moments) {
    // what gives positions tells no types
    const only = type === undefined || moment === 'relay:numbered' ? {} : { type };
    ordered.push(await crashes.order(process, { moment, time: 1, ...only }));
  }
  await Promise.all([insist(work), revive(system, ordered)]);
  return ordered.map(({ name }) => name);
}

/** Waits until each has happened; on a laptop nobody but the person before it starts the program again. */
async function revive(system: SystemProcess, ordered: readonly Crash[]): Promise<void> {
  for (const [i, { name, hit }] of ordered.entries()) {
    await until(async (see) => {
      see(name);
      return hit();
    });
    if (system.form === 'kafka') continue;
    await system.kill9();
    try {
      await system.restart({ atSameAddress: true });
    } catch (error) {
      // what was left to be done is done at once, so the next order may be obeyed before anybody is answered
      if ((await ordered[i + 1]?.hit()) !== true) throw error;
    }
  }
}

/** What of the ledger does not balance, in a sentence each. */
export async function unbalanced(books: SystemBooks): Promise<string[]> {
  const rows = await books.rows<{ what: string }>(
    'profit-sharing',
    `SELECT source || ' ' || code || ' ' || posting AS what FROM ledger_lines GROUP BY coop_id, source, code, posting
       HAVING sum(debit) <> sum(credit)
     UNION ALL
     SELECT 'the totals of ' || COALESCE(l.account, t.account) FROM
       (SELECT coop_id, account, sum(debit) AS debit, sum(credit) AS credit FROM ledger_lines GROUP BY 1, 2) l
       FULL JOIN (SELECT coop_id, account, sum(debit) AS debit, sum(credit) AS credit FROM ledger_totals
         WHERE monthly GROUP BY 1, 2) t USING (coop_id, account)
     WHERE (l.debit, l.credit) IS DISTINCT FROM (t.debit, t.credit)`,
  );
  return rows.map(({ what }) => what);
}
