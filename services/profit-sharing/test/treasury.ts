import {
  booksClosed,
  deliveryReceived,
  householdRegistered,
  memberJoined,
  resolutionAdopted,
  resolutionAdoptedV2,
  saleRecorded,
  workConfirmed,
  type BooksReport,
  type DataOf,
} from '@ayni/contracts';
import type { CoopId } from '@ayni/kernel';
import { until } from '@ayni/testing/until';
import { TestService, type Client } from '@ayni/testing-service/service';
import { profitSharing } from '../src/index.js';

export const startProfitSharing = (): Promise<TestService> =>
  TestService.start(profitSharing, { now: '2027-08-02T12:00:00-04:00' });

/** A day of season 2025. */
export const DAY = '2025-08-04';

export const season = (code = '2025', more: object = {}): Record<string, unknown> => ({
  code,
  name: `Gestión ${code}`,
  from: `${code}-07-01`,
  to: `${Number(code) + 1}-06-30`,
  cashUnit: '0.10',
  ruleSet: {
    code: 'by-work',
    steps: [
      { kind: 'cover-losses' },
      { kind: 'restore', fund: 'legal-reserve' },
      { kind: 'fund', fund: 'legal-reserve', percent: '10.00', of: 'result', rounding: 'up' },
      { kind: 'fund', fund: 'education', percent: '5.00', of: 'result', rounding: 'up' },
    ],
    lossOrder: [{ fund: 'legal-reserve', atMostPercent: '50.00' }],
    bases: [
      { basis: 'work-minutes', percent: '70.00' },
      { basis: 'value-delivered', percent: '20.00' },
      { basis: 'equal', percent: '10.00' },
    ],
    retainPercent: '10.00',
    offsets: { order: ['advance'] },
  },
  ...more,
});

/** The funds that {@link season} names. */
const FUNDS = [
  { code: 'legal-reserve', nameEs: 'Reserva legal', nameEn: 'Legal reserve', legalName: 'Reserva Legal (Ley 356)' },
  { code: 'education', nameEs: 'Fondo de educación', nameEn: 'Education fund' },
];

export const expense = (code: string, more: object = {}): object => ({
  code,
  spentOn: DAY,
  category: 'transport',
  amount: '93.28',
  fundedBy: 'own',
  ...more,
});

export const grant = (code: string, more: object = {}): object => ({
  code,
  funder: 'Fondo',
  purpose: 'two greenhouses',
  amount: '48000.00',
  receivedOn: DAY,
  restricted: true,
  ...more,
});

export const advance = (code: string, more: object = {}): object => ({
  code,
  paidOn: DAY,
  member: '001',
  amount: '86.10',
  note: 'anticipo',
  ...more,
});

export const sale = (receipt: string, total: string, more: object = {}): DataOf<typeof saleRecorded> => ({
  receipt,
  soldAt: `${DAY}T16:00:00.000Z`,
  day: DAY,
  market: 'Viacha',
  payment: 'cash',
  currency: 'BOB',
  total,
  lines: [
    {
      line: 1,
      product: 'LETTUCE',
      quantity: '1',
      unit: 'piece',
      stockUnit: 'piece',
      stockQuantity: '1',
      unitPrice: total,
      amount: total,
    },
  ],
  ...more,
});

export const delivery = (code: string, member: string, amount: string): DataOf<typeof deliveryReceived> => ({
  code,
  deliveredAt: `${DAY}T16:00:00.000Z`,
  day: DAY,
  member,
  product: 'POTATO',
  quantity: '2',
  unit: 'kg',
  stockUnit: 'g',
  stockQuantity: '2000',
  unitPrice: amount,
  amount,
  currency: 'BOB',
});

export const work = (code: string, member: string, minutes: number, day = DAY): DataOf<typeof workConfirmed> => ({
  code,
  day,
  member,
  activity: 'sowing',
  minutes,
});

/** What a resolution decides. */
type Covers = DataOf<typeof resolutionAdoptedV2>['covers'];

/** A co-op of three members in two families, with an office each for who keeps the money and who presides. */
export class Treasury {
  private constructor(
    readonly service: TestService,
    readonly coop: CoopId,
    readonly treasurer: Client,
    readonly president: Client,
    readonly manager: Client,
    /** Member 001, without an office. */
    readonly eva: Client,
    readonly integrator: Client,
  ) {}

  static async of(service: TestService, currency?: string): Promise<Treasury> {
    const coop = await service.coop(undefined, currency);
    await service.hear(coop, (tx) => {
      for (const code of ['F01', 'F02'])
        tx.publish(householdRegistered, `household/${code}`, 1, {
          code,
          name: `Familia ${code}`,
          community: 'Chacoma',
        });
      for (const number of ['001', '002', '003'])
        tx.publish(memberJoined, `member/${number}`, 1, {
          number,
          givenNames: 'Eva',
          surnames: `Mamani ${number}`,
          household: number === '003' ? 'F02' : 'F01',
          joinedOn: '2020-01-01',
        });
    });
    const treasury = new Treasury(
      service,
      coop,
      await service.signIn(coop, { user: 'tina', roles: ['treasurer', 'president'] }),
      await service.signIn(coop, { user: 'paula', roles: ['president'] }),
      await service.signIn(coop, { user: 'mara', roles: ['manager'] }),
      await service.signIn(coop, { user: 'eva', roles: ['member'], member: '001' }),
      await service.signIn(coop, { user: 'ngo', roles: ['integrator'] }),
    );
    await treasury.treasurer.post('/funds', { rows: FUNDS }).expect(201);
    return treasury;
  }

  /** Opens a season and waits until the doors know it. */
  async open(code = '2025', more: object = {}): Promise<void> {
    await this.treasurer.post('/seasons', { rows: [season(code, more)] }).expect(201);
    await this.doors(code, 'open');
  }

  /** Until the doors of this service keep the season in a state. */
  doors(code: string, state: string): Promise<true> {
    return until(async (see) => {
      const { rows } = await this.service.sql.query<{ state: string }>(
        'SELECT state FROM seasons WHERE coop_id = $1 AND code = $2',
        [this.coop, code],
      );
      return see(rows[0]?.state) === state || undefined;
    });
  }

  /** What this service reported last of a season that is closing, once all is handed on and it has heard so itself. */
  books(code = '2025'): Promise<BooksReport> {
    return until(async (see) => {
      const { rows } = await this.service.sql.query<{ data: BooksReport }>(
        `SELECT o.data FROM outbox o JOIN season_reports r USING (coop_id, seq) JOIN seasons s USING (coop_id)
         WHERE coop_id = $1 AND o.aggregate = $2 AND r.season = $3 AND r.service = 'profit-sharing'
           AND s.code = $3 AND s.closing = (o.data ->> 'closing')::int`,
        [this.coop, `books/${code}`, code],
      );
      const data = see(rows[0]?.data);
      return data?.unpublished === 0 ? data : undefined;
    });
  }

  /** What the other four would report if nothing had been lost on the way here. */
  async reports(code = '2025'): Promise<Record<'members' | 'production' | 'inventory' | 'sales', BooksReport>> {
    const books = await this.books(code);
    const { register, work: worked, 'care-total': cared, delivery: delivered, sale: sold } = books.applied;
    if (!register || !worked || !cared || !delivered || !sold)
      throw new Error('this service reported not all that it applies');
    const harvest = { lots: '0', quantity: '0', homeUse: '0' };
    const report = (written: BooksReport['written'], applied: BooksReport['applied']): BooksReport => ({
      season: code,
      ...(books.closing === undefined ? {} : { closing: books.closing }),
      written,
      applied,
      unpublished: 0,
      parked: 0,
      waiting: 0,
      dropped: 0,
    });
    const none = { records: '0', minutes: '0' };
    return {
      members: report({ register }, {}),
      production: report({ harvest, work: worked, 'care-total': cared, care: none }, { register }),
      inventory: report(
        { delivery: delivered, loss: { records: '0', quantity: '0' } },
        { register, harvest, sale: sold },
      ),
      sales: report({ sale: sold }, {}),
    };
  }

  /** Brings in a service's report of a season. */
  report(service: 'members' | 'production' | 'inventory' | 'sales', books: BooksReport, seq = 1): Promise<void> {
    return this.service.hear(this.coop, (tx) =>
      tx.publish(booksClosed[service], `books/${service}/${seq}`, seq, books),
    );
  }

  /** @param time how often it was closed, this time included */
  async close(code = '2025', time = 1): Promise<void> {
    await this.treasurer.post(`/seasons/${code}/closing`, { season: code }).expect(201);
    await this.doors(code, 'closing');
    const reports = await this.reports(code);
    await this.service.hear(this.coop, (tx) => {
      for (const name of ['members', 'production', 'inventory', 'sales'] as const)
        tx.publish(booksClosed[name], `books/${name}/${code}`, time, reports[name]);
    });
    await this.doors(code, 'closed');
  }

  /** Brings in a resolution: of what it covers, on which day, with how many votes against two. */
  async resolve(number: string, covers: Covers, { adoptedOn = '2027-08-01', votesFor = 20 } = {}): Promise<void> {
    const resolution = { number, adoptedOn, votesFor, votesAgainst: 2, abstentions: 0, carried: votesFor > 2 };
    await this.service.hear(this.coop, (tx) => {
      tx.publish(resolutionAdopted, `resolution/${number}`, 1, resolution);
      tx.publish(resolutionAdoptedV2, `resolution/${number}`, 2, { ...resolution, covers });
    });
  }

  /** The shares of a run, as a resolution names them. */
  async sharesOf(run: string): Promise<Covers[number]> {
    const { season: of, fingerprint } = (await this.president.get(`/runs/${run}`).expect(200)).body;
    return { kind: 'run', season: of, fingerprint };
  }

  /** A small season: sales of 1 000, 100 paid for produce, own expenses of 93.28, and two members' work. */
  async trade(): Promise<void> {
    await this.service.hear(this.coop, (tx) => {
      tx.publish(saleRecorded, 'sale/R1', 1, sale('R1', '600.00'));
      tx.publish(saleRecorded, 'sale/R2', 1, sale('R2', '400.00', { payment: 'qr' }));
      tx.publish(deliveryReceived, 'delivery/D1', 1, delivery('D1', '003', '100.00'));
      tx.publish(workConfirmed, 'work/W1', 1, work('W1', '001', 240));
      tx.publish(workConfirmed, 'work/W2', 1, work('W2', '002', 120));
    });
    await this.treasurer.post('/expenses', { rows: [expense('E1')] }).expect(201);
    await this.treasurer.post('/advances', { rows: [advance('A1')] }).expect(201);
  }

  /** @returns the id of the run */
  async calculate(code = '2025'): Promise<string> {
    const answer = await this.treasurer.post(`/seasons/${code}/runs`, {}).expect(201);
    return answer.body.run.id;
  }

  /** Puts a run to the assembly. */
  async propose(run: string): Promise<void> {
    await this.treasurer.post(`/runs/${run}/proposal`, {}).expect(201);
  }

  /** Calculates, proposes and approves a closed season. @returns the id of the run */
  async shareOut(code = '2025'): Promise<string> {
    const run = await this.calculate(code);
    await this.propose(run);
    await this.resolve(`res-${code}`, [await this.sharesOf(run)]);
    await this.president.post(`/runs/${run}/approval`, { resolution: `res-${code}` }).expect(201);
    return run;
  }

  async told(): Promise<string[]> {
    const told = await this.service.told(this.coop);
    return told.map(({ type, aggregate, seq }) => `${type.split('.')[2]} ${aggregate} ${seq}`);
  }

  /** The balances of the ledger as `account party` → amount. */
  async balances(on = '2027-08-02'): Promise<Record<string, string>> {
    const { body } = await this.treasurer.get(`/ledger/balances?on=${on}`).expect(200);
    const items: { account: string; party: string | null; balance: string }[] = body.items;
    return Object.fromEntries(
      items.map(({ account, party, balance }) => [party === null ? account : `${account} ${party}`, balance]),
    );
  }

  /** How many rows the co-op has in a table. */
  async count(table: string): Promise<number> {
    const { rows } = await this.service.sql.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM ${table} WHERE coop_id = $1`,
      [this.coop],
    );
    return rows[0]?.n ?? 0;
  }
}
