import type { Answer } from '@ayni/api-client/answer';
import type { Client } from '@ayni/api-client/client';
import { closeSeason } from '@ayni/api-client/close-season';
import { appointed } from '@ayni/season-folder/share-out';

const AT = '/api/profit-sharing/v1';
const SEASON = '2025';
const DAY = '2025-06-01';
const ASSEMBLY = '2026-01-10';
const SERVICES = ['production', 'inventory', 'sales', 'profit-sharing'] as const;
const HOUSEHOLDS = ['F01', 'F02', 'F03'] as const;

/** What the books say of each household: what it is owed by the ledger and by its paper, and what it was handed. */
export type Held = Readonly<Record<string, { readonly ledger: string; readonly paper: string; readonly paid: string }>>;

/** A co-op of three households whose season is closed; its shares are approved, paid and taken back step by step. */
export class SharedSeason {
  private constructor(
    private readonly treasurer: Client,
    private readonly president: Client,
    private readonly second: Client,
  ) {}

  /** Names who is in the co-op, sells once, and closes the season. */
  static async open(treasurer: Client, password: string): Promise<SharedSeason> {
    const commands = [
      await treasurer.command('/api/members/v1/households', {
        rows: HOUSEHOLDS.map((code) => ({ code, name: `Family ${code}`, community: 'Chacoma' })),
      }),
      await treasurer.command('/api/members/v1/members', {
        rows: HOUSEHOLDS.map((household, i) => ({
          ...{ number: `00${i + 1}`, givenNames: 'Eva', surnames: household, sex: 'F', birthYear: 1980 },
          ...{ household, joinedOn: '2024-01-01' },
        })),
      }),
      await treasurer.command('/api/inventory/v1/products', {
        rows: [{ code: 'ONION', name: 'onion', stockUnit: 'g', shelfLifeDays: 30 }],
      }),
      await treasurer.command('/api/inventory/v1/units', {
        rows: [{ product: 'ONION', unit: 'kg', factor: '1000', validFrom: '2024-01-01' }],
      }),
    ];
    for (const service of SERVICES) for (const command of commands) await treasurer.settled(command, service);
    await treasurer.post('/api/sales/v1/markets', { rows: [{ name: 'Villa Dolores' }] });
    const ruleSet = { code: 'equal', steps: [], bases: [{ basis: 'equal', percent: '100.00' }] };
    const days = { from: '2025-01-01', to: '2025-12-31' };
    await treasurer.post(`${AT}/seasons`, {
      rows: [{ code: SEASON, name: 'Season', ...days, cashUnit: '0.10', ruleSet }],
    });
    const lines = [{ product: 'ONION', quantity: '10', unit: 'kg', unitPrice: '90.00' }];
    await treasurer.post('/api/sales/v1/sales', {
      rows: [{ receipt: 'R1', soldAt: `${DAY}T10:00:00-04:00`, market: 'Villa Dolores', payment: 'cash', lines }],
    });
    const president = await appointed(treasurer, { name: 'president', password });
    const given = `${password} at first`;
    await treasurer.post('/api/members/v1/users', {
      rows: [{ name: 'second', password: given, roles: ['treasurer'] }],
    });
    await president.post('/api/members/v1/waiting-changes/second/confirmation', {});
    const second = await treasurer.takingUp('second', given, password);
    await closeSeason(treasurer, SEASON);
    return new SharedSeason(treasurer, president, second);
  }

  /** Works the shares out and has the assembly carry them under `resolution`. @returns the run */
  work(resolution: string): Promise<string> {
    return this.workBy(this.treasurer, resolution);
  }

  /** The same by another treasurer: the first one, asking the same again, would be answered as before. */
  workAgain(resolution: string): Promise<string> {
    return this.workBy(this.second, resolution);
  }

  private async workBy(treasurer: Client, resolution: string): Promise<string> {
    const calculated = await treasurer.post(`${AT}/seasons/${SEASON}/runs`, {});
    const run = calculated.field('run').field('id').text;
    await treasurer.post(`${AT}/runs/${run}/proposal`, {});
    await this.resolve(resolution, run, 'run');
    return run;
  }

  approve(run: string, resolution: string): Promise<Answer> {
    return this.president.post(`${AT}/runs/${run}/approval`, { resolution });
  }

  /** @param certificates that shares of some members are kept as */
  plan(run: string, code: string, certificates?: object): Promise<Answer> {
    const kept = certificates === undefined ? {} : { certificates };
    return this.treasurer.post(`${AT}/runs/${run}/payouts`, { code, rule: 'in-full', ...kept });
  }

  confirm(payout: string): Promise<Answer> {
    return this.president.post(`${AT}/payouts/${payout}/confirmation`, {});
  }

  /** Hands households what they are owed. */
  pay(payout: string, paidOn: string, households: readonly string[] = HOUSEHOLDS): Promise<Answer> {
    const rows = households.map((household) => ({ code: `${payout}-${household}`, payout, household, paidOn }));
    return this.treasurer.post(`${AT}/household-payments`, { rows });
  }

  /** Takes a payment of one household back. */
  giveBack(payment: string): Promise<Answer> {
    return this.treasurer.post(`${AT}/household-payments/${payment}/reversal`, { reason: 'counterfeit note' });
  }

  /** Has the assembly resolve that what nobody claims lapses at once. */
  async letLapse(resolution: string): Promise<void> {
    await this.treasurer.post(`${AT}/funds`, { rows: [{ code: 'reserve', nameEs: 'Reserva' }] });
    await this.adopt(resolution);
    await this.treasurer.post(`${AT}/unclaimed-shares/rule`, { afterDays: 0, fund: 'reserve', resolution });
  }

  lapse(code: string, household: string, resolution: string, lapsedOn: string): Promise<Answer> {
    return this.treasurer.post(`${AT}/lapses`, { rows: [{ code, lapsedOn, household, resolution }] });
  }

  takeLapseBack(code: string): Promise<Answer> {
    return this.treasurer.post(`${AT}/lapses/${code}/reversal`, { reason: 'she came' });
  }

  /** Lets a member have a certificate of 100.00 that she pays later, and the assembly say what an hour counts for. */
  async sellOnTrust(certificate: string, resolution: string, boughtOn: string): Promise<void> {
    await this.adopt(resolution, [{ kind: 'work-scale', amount: '10.00' }]);
    const kept = { code: certificate, boughtOn, member: '001', count: 1, valueEach: '100.00', paidAtOnce: '0.00' };
    await this.treasurer.post(`${AT}/certificates`, { rows: [kept] });
  }

  /** Takes an hour of work for a certificate. */
  bring(code: string, certificate: string, resolution: string, broughtOn: string): Promise<Answer> {
    return this.treasurer.post(`${AT}/contributions`, {
      rows: [{ code, certificate, resolution, broughtOn, minutes: 60 }],
    });
  }

  /** What is left to be paid of a certificate. */
  async leftOf(certificate: string): Promise<string> {
    const debts = (await this.treasurer.get(`${AT}/debts?kind=certificate`)).field('items').list;
    return debts.find((debt) => debt.field('code').text === certificate)?.field('left').text ?? '';
  }

  end(payout: string): Promise<Answer> {
    return this.treasurer.post(`${AT}/payouts/${payout}/end`, { reason: 'nobody else came' });
  }

  /** Asks for the run to be reversed, which the assembly carries. */
  async askReversal(run: string, resolution: string): Promise<void> {
    await this.treasurer.post(`${AT}/runs/${run}/reversal/proposal`, { reason: 'a sheet was forgotten' });
    await this.resolve(resolution, run, 'run-reversal');
  }

  reverse(run: string, resolution: string): Promise<Answer> {
    return this.president.post(`${AT}/runs/${run}/reversal/approval`, { resolution });
  }

  async state(run: string): Promise<string> {
    return (await this.treasurer.get(`${AT}/runs/${run}`)).field('state').text;
  }

  /** Whether a run, worked out again, still comes to what it froze. */
  async holds(run: string): Promise<boolean> {
    return (await this.treasurer.get(`${AT}/runs/${run}/verification`)).field('equal').flag;
  }

  /** What ledger, statements of the run and payments say of each household. */
  async held(run: string): Promise<Held> {
    const balances = (await this.treasurer.get(`${AT}/ledger/balances`)).field('items').list;
    const owed = (household: string): string =>
      balances
        .find((item) => item.field('account').text === 'shares-payable' && item.field('party').value === household)
        ?.field('balance').text ?? '0.00';
    const held: Record<string, Held[string]> = {};
    for (const household of HOUSEHOLDS) {
      const { payment } = Object(
        (await this.treasurer.get(`${AT}/runs/${run}/statements/households/${household}`)).value,
      ) as { payment: { owed: string } | null };
      const payments = await this.treasurer.get(`${AT}/household-payments?household=${household}`);
      const standing = payments.field('items').list.filter((item) => item.field('reversal').value === null);
      const paid = standing.map((item) => item.field('amount').text).join('+');
      held[household] = { ledger: owed(household), paper: payment?.owed ?? '', paid };
    }
    return held;
  }

  private async resolve(number: string, run: string, kind: 'run' | 'run-reversal'): Promise<void> {
    const fingerprint = (await this.treasurer.get(`${AT}/runs/${run}`)).field('fingerprint').text;
    await this.adopt(number, [{ kind, season: SEASON, fingerprint }]);
  }

  private async adopt(number: string, covers?: readonly object[]): Promise<void> {
    const votes = { votesFor: 3, votesAgainst: 0, abstentions: 0 };
    const adopted = await this.treasurer.command('/api/members/v1/resolutions', {
      rows: [{ number, adoptedOn: ASSEMBLY, subject: number, ...votes, ...(covers === undefined ? {} : { covers }) }],
    });
    await this.treasurer.settled(adopted, 'profit-sharing');
  }
}
