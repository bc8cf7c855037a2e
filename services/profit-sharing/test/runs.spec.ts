import {
  deliveryReceived,
  deliveryReversed,
  householdChanged,
  memberChanged,
  resolutionAdopted,
  saleRecorded,
  userChanged,
  workConfirmed,
  workReversed,
} from '@ayni/contracts';
import { migratedAgain } from '@ayni/testing-service/migrated-again';
import type { Client, TestService } from '@ayni/testing-service/service';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { FreezeFundNames1795879200000 } from '../src/persistence/migrations/20261128T1520-freeze-fund-names.js';
import { advance, delivery, expense, sale, startProfitSharing, Treasury, work } from './treasury.js';

let service: TestService;
let treasury: Treasury;
beforeAll(async () => {
  service = await startProfitSharing();
});
afterAll(() => service.stop());
beforeEach(async () => {
  treasury = await Treasury.of(service);
  await treasury.open();
});

/** A small season that is traded and closed. */
async function closed(): Promise<void> {
  await treasury.trade();
  await treasury.close();
}

describe('a run', () => {
  test('is worked out only when its season is closed', async () => {
    await treasury.trade();
    expect((await treasury.treasurer.post('/seasons/2025/runs', {}).expect(409)).body.code).toBe('season-not-closed');
    await treasury.treasurer.post('/seasons/2031/runs', {}).expect(404);
    expect(await treasury.count('runs')).toBe(0);
  });

  test('shares the result of the books by what each member did, to the centavo, and nothing that was taken back', async () => {
    await treasury.trade();
    await service.hear(treasury.coop, (tx) => {
      const [worked, delivered] = [work('W9', '003', 60), delivery('D9', '001', '30.00')];
      tx.publish(workConfirmed, 'work/W9', 1, worked);
      tx.publish(workReversed, 'work/W9', 2, { ...worked, reason: 'another day' });
      tx.publish(deliveryReceived, 'delivery/D9', 1, delivered);
      tx.publish(deliveryReversed, 'delivery/D9', 2, { ...delivered, reason: 'spoilt' });
    });
    await treasury.treasurer.post('/advances', { rows: [advance('A9', { member: '002' })] }).expect(201);
    await treasury.treasurer.post('/advances/A9/reversal', { reason: 'never paid' }).expect(201);
    await treasury.close();
    const run = await treasury.calculate();
    const { body } = await treasury.president.get(`/runs/${run}`).expect(200);
    expect(body).toMatchObject({ id: run, season: '2025', state: 'calculated', calculatedBy: 'tina', currency: 'BOB' });
    // result 806.72; reserve 80.68, education 40.34; 685.70 for the members: 479.99, 137.14 and 68.57
    expect(body.outcome).toMatchObject({
      result: '806.72',
      funds: [
        { fund: 'legal-reserve', amount: '80.68' },
        { fund: 'education', amount: '40.34' },
      ],
      pool: '685.70',
      members: [
        {
          member: '001',
          minutes: 240,
          delivered: '0.00',
          days: 365,
          share: '342.85',
          retained: '34.28',
          offset: '86.10',
          net: '222.47',
        },
        {
          member: '002',
          minutes: 120,
          delivered: '0.00',
          days: 365,
          share: '182.86',
          retained: '18.28',
          net: '164.58',
        },
        {
          member: '003',
          minutes: 0,
          delivered: '100.00',
          days: 365,
          share: '159.99',
          retained: '15.99',
          net: '144.00',
        },
      ],
      households: [
        { household: 'F01', net: '387.05', paid: '387.00', carried: '0.05' },
        { household: 'F02', net: '144.00', paid: '144.00', carried: '0.00' },
      ],
    });
    const frozen = (await treasury.president.get(`/runs/${run}/case`).expect(200)).body;
    expect(frozen.books).toMatchObject({ revenue: '1000.00', deliveries: '100.00', ownExpenses: '93.28' });
    const grams = frozen.members.map(({ weights }: { weights: object }) => Reflect.get(weights, 'quantity-delivered'));
    expect(grams).toEqual(['0', '0', '2000']);
    expect(await treasury.told()).not.toContainEqual(expect.stringContaining('run'));
  });

  test('is proposed, then approved by a second person under a resolution that was carried', async () => {
    await closed();
    const run = await treasury.calculate();
    await treasury.resolve('R-1', [await treasury.sharesOf(run)]);
    await treasury.resolve('R-2', [await treasury.sharesOf(run)], { votesFor: 1 });
    const approve = (resolution: string, who = treasury.president) => who.post(`/runs/${run}/approval`, { resolution });
    expect((await approve('R-1').expect(409)).body.code).toBe('wrong-state');
    await treasury.treasurer.post(`/runs/${run}/proposal`, {}).expect(201);
    expect((await treasury.treasurer.post(`/runs/${run}/proposal`, {}).expect(409)).body.code).toBe('wrong-state');
    expect((await approve('R-1', treasury.treasurer).expect(403)).body.code).toBe('second-person-needed');
    expect((await approve('R-9').expect(400)).body).toMatchObject({
      code: 'unknown-reference',
      pointer: '/resolution',
    });
    expect((await approve('R-2').expect(409)).body.code).toBe('resolution-not-carried');
    for (const other of [treasury.manager, treasury.eva, treasury.integrator]) await approve('R-1', other).expect(403);
    await approve('R-1').expect(201);
    expect((await treasury.president.get(`/runs/${run}`).expect(200)).body).toMatchObject({
      state: 'approved',
      proposedBy: 'tina',
      approvedBy: 'paula',
      resolution: 'R-1',
    });
    expect((await treasury.told()).slice(-2)).toEqual([`run-proposed run/${run} 1`, `run-approved run/${run} 2`]);
    expect((await treasury.treasurer.post('/seasons/2025/runs', {}).expect(409)).body.code).toBe('run-exists');
    expect((await treasury.treasurer.post(`/runs/${run}/rejection`, { reason: 'x' }).expect(409)).body.code).toBe(
      'wrong-state',
    );
  });

  test('is approved neither by whoever calculated it nor by whoever proposed it, where those are two', async () => {
    await closed();
    const rosa = await service.signIn(treasury.coop, { user: 'rosa', roles: ['treasurer', 'president'] });
    const run = await treasury.calculate();
    await treasury.resolve('R-1', [await treasury.sharesOf(run)]);
    await rosa.post(`/runs/${run}/proposal`, {}).expect(201);
    for (const busy of [rosa, treasury.treasurer]) {
      const refused = await busy.post(`/runs/${run}/approval`, { resolution: 'R-1' }).expect(403);
      expect(refused.body.code).toBe('second-person-needed');
    }
    expect((await treasury.president.get(`/runs/${run}`).expect(200)).body.state).toBe('proposed');
    await treasury.president.post(`/runs/${run}/approval`, { resolution: 'R-1' }).expect(201);
  });

  test('is approved by a resolution that names these shares, of a day when the season was over', async () => {
    await closed();
    const run = await treasury.calculate();
    await treasury.propose(run);
    const shares = await treasury.sharesOf(run);
    await treasury.resolve('hoses', []);
    await treasury.resolve('other-season', [{ ...shares, season: '2024' }]);
    await treasury.resolve('other-shares', [{ ...shares, fingerprint: `sha256:${'0'.repeat(64)}` }]);
    await treasury.resolve('rules', [{ kind: 'rules', season: '2025' }]);
    await treasury.resolve('day-before', [shares], { adoptedOn: '2026-06-29' });
    await service.hear(treasury.coop, (tx) =>
      tx.publish(resolutionAdopted, 'resolution/first-version', 1, {
        ...{ number: 'first-version', adoptedOn: '2026-07-01', carried: true },
        ...{ votesFor: 3, votesAgainst: 0, abstentions: 0 },
      }),
    );
    const approve = (resolution: string) =>
      treasury.president.post(`/runs/${run}/approval`, { resolution }, { 'accept-language': 'en' });
    for (const number of ['hoses', 'other-season', 'other-shares', 'rules', 'first-version']) {
      const { body } = await approve(number).expect(409);
      expect(body).toMatchObject({ code: 'resolution-covers-other', pointer: '/resolution' });
      expect(body.detail).toContain(`the shares of season ${shares.season} with the fingerprint ${shares.fingerprint}`);
    }
    expect((await approve('day-before').expect(409)).body).toMatchObject({
      code: 'resolution-too-early',
      detail: expect.stringContaining('from 30 June 2026 on'),
    });
    await treasury.resolve('used', [shares]);
    await service.sql.query(`UPDATE resolution_covers SET used_at = now() WHERE coop_id = $1 AND resolution = 'used'`, [
      treasury.coop,
    ]);
    expect((await approve('used').expect(409)).body.code).toBe('resolution-used');
    await treasury.resolve('last-day', [{ kind: 'rules', season: '2025' }, shares], { adoptedOn: '2026-06-30' });
    await approve('last-day').expect(201);
    const { rows } = await service.sql.query(
      'SELECT kind, used_at IS NOT NULL AS used FROM resolution_covers WHERE coop_id = $1 AND resolution = $2 ORDER BY kind',
      [treasury.coop, 'last-day'],
    );
    expect(rows).toEqual([
      { kind: 'rules', used: false },
      { kind: 'run', used: true },
    ]);
  });

  test('is posted when it is approved: every centavo of the result goes somewhere', async () => {
    await closed();
    await treasury.shareOut();
    const balances = await treasury.balances();
    expect(balances).toMatchObject({
      'result-appropriated 2025': '-806.72',
      'funds legal-reserve': '80.68',
      'funds education': '40.34',
      'member-capital 001': '34.28',
      'member-capital 002': '18.28',
      'member-capital 003': '15.99',
      'member-advances 001': '0.00',
      'shares-payable F01': '387.00',
      'shares-payable F02': '144.00',
      'household-carried F01': '0.05',
    });
    const labels = async (language: string): Promise<string[]> => {
      const asked = await treasury.treasurer.get('/ledger/balances', { 'accept-language': language }).expect(200);
      return asked.body.items.map(({ label }: { label: string }) => label);
    };
    expect(await labels('es')).toEqual(expect.arrayContaining(['Caja', 'Fondos: Fondo de educación']));
    expect(await labels('en')).toEqual(expect.arrayContaining(['Cash', 'Funds: Legal reserve']));
    // the season's own figures stay what they were
    expect((await treasury.eva.get('/seasons/2025/figures').expect(200)).body.result).toBe('806.72');
  });

  test('is approved once, however many approve it or another run of its season at once', async () => {
    await closed();
    const [one, two] = [await treasury.calculate(), await treasury.calculate()];
    for (const run of [one, two]) await treasury.treasurer.post(`/runs/${run}/proposal`, {}).expect(201);
    await treasury.resolve('R-1', [await treasury.sharesOf(one)]);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        treasury.president.post(`/runs/${i % 2 ? two : one}/approval`, { resolution: 'R-1' }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array.from({ length: 19 }, () => 409)]);
    expect(await treasury.count(`(SELECT coop_id FROM runs WHERE state = 'approved') r`)).toBe(1);
    expect(await treasury.count(`(SELECT coop_id FROM ledger_entries WHERE source = 'run') e`)).toBe(1);
  });

  test('is not approved by another user who is the member that worked it out', async () => {
    await closed();
    await service.hear(treasury.coop, (tx) => {
      for (const name of ['tina', 'twin'])
        tx.publish(userChanged, `user/${name}`, 1, {
          ...{ name, version: 1, active: true, member: '001' },
          roles: ['treasurer', 'president'],
        });
    });
    const run = await treasury.calculate();
    await treasury.treasurer.post(`/runs/${run}/proposal`, {}).expect(201);
    const twin = await service.signIn(treasury.coop, { user: 'twin', roles: ['president'], member: '001' });
    const refused = await twin.post(`/runs/${run}/approval`, { resolution: 'any' }).expect(403);
    expect(refused.body).toMatchObject({ code: 'second-person-needed' });
  });

  test('can be rejected with a reason, and another takes its place', async () => {
    await closed();
    const run = await treasury.calculate();
    await treasury.treasurer
      .post(`/runs/${run}/rejection`, { reason: 'the assembly wants more for education' })
      .expect(201);
    await treasury.treasurer.post(`/runs/${run}/proposal`, {}).expect(409);
    const next = await treasury.shareOut();
    const listed = async (state: string): Promise<object[]> =>
      (await treasury.manager.get(`/runs?season=2025&state=${state}`).expect(200)).body.items;
    expect(await listed('rejected')).toMatchObject([{ id: run, rejection: 'the assembly wants more for education' }]);
    expect(await listed('approved')).toMatchObject([{ id: next, pool: '685.70', resolution: 'res-2025' }]);
    expect((await treasury.eva.get('/runs?state=none').expect(400)).body.code).toBe('bad-field');
  });

  test('supersedes what else was worked out of its season, as soon as it is approved', async () => {
    await closed();
    const [calculated, proposed] = [await treasury.calculate(), await treasury.calculate()];
    await treasury.propose(proposed);
    const approved = await treasury.shareOut();
    for (const run of [calculated, proposed]) {
      expect((await treasury.manager.get(`/runs/${run}`).expect(200)).body.state).toBe('superseded');
      for (const [way, body] of [
        ['proposal', {}],
        ['rejection', { reason: 'x' }],
      ] as const)
        expect((await treasury.treasurer.post(`/runs/${run}/${way}`, body).expect(409)).body.code).toBe('wrong-state');
      const refused = await treasury.president.post(`/runs/${run}/approval`, { resolution: 'res-2025' }).expect(409);
      expect(refused.body.code).toBe('wrong-state');
    }
    const seen: { id: string; state: string }[] = (await treasury.eva.get('/runs').expect(200)).body.items;
    const states = new Map(seen.map(({ id, state }) => [id, state]));
    expect(states).toEqual(
      new Map([
        [proposed, 'superseded'],
        [approved, 'approved'],
      ]),
    );
    await expect(service.sql.query(`UPDATE runs SET state = 'proposed' WHERE id = $1`, [proposed])).rejects.toThrow(
      'never changes',
    );
  });

  test('never changes once it is approved, whoever tries', async () => {
    await closed();
    const run = await treasury.shareOut();
    for (const change of [
      `UPDATE runs SET outcome = '{}' WHERE id = $1`,
      `UPDATE runs SET "case" = '{}' WHERE id = $1`,
      `UPDATE runs SET state = 'calculated', approval = NULL WHERE id = $1`,
      'DELETE FROM runs WHERE id = $1',
    ])
      await expect(service.sql.query(change, [run])).rejects.toThrow('never changes');
  });

  test('has its documents looked at only where somebody means to write them', async () => {
    const { rows } = await service.sql.query<{ trigger: string; column: string | null }>(
      `SELECT t.tgname AS trigger, a.attname AS column
       FROM pg_trigger t LEFT JOIN pg_attribute a ON a.attrelid = t.tgrelid AND a.attnum = ANY(t.tgattr::smallint[])
       WHERE t.tgrelid = 'runs'::regclass AND NOT t.tgisinternal AND t.tgname LIKE 'run%stay' ORDER BY 1, 2`,
    );
    expect(rows.map(({ trigger, column }) => `${trigger} ${column}`)).toEqual([
      ...['run_documents_stay case', 'run_documents_stay outcome', 'runs_stay null'],
    ]);
    const { rows: bodies } = await service.sql.query<{ body: string }>(
      `SELECT prosrc AS body FROM pg_proc WHERE proname = 'keep_run'`,
    );
    expect(bodies.map(({ body }) => /"case"|outcome/.test(body))).toEqual([false]);
  });

  test.each([
    [`UPDATE run_households SET figures = jsonb_set(figures::jsonb, '{paid}', '"1.00"')`, 'household = $2', 'F02'],
    [`UPDATE run_households SET figures = jsonb_set(figures::jsonb, '{carried}', '"1.00"')`, 'household = $2', 'F02'],
    [`UPDATE run_members SET figures = jsonb_set(figures::jsonb, '{retained}', '"1.00"')`, 'member = $2', '001'],
    [`UPDATE run_members SET figures = jsonb_set(figures::jsonb, '{tiesWon}', '7')`, 'member = $2', '001'],
  ])(
    'that somebody edited in the database is not approved, and verifying it names the figure: %s',
    async (edit, which, whom) => {
      await closed();
      const run = await treasury.calculate();
      await service.sql.query(`${edit} WHERE run = $1 AND ${which}`, [run, whom]);
      await treasury.propose(run);
      await treasury.resolve('res-2025', [await treasury.sharesOf(run)]);
      const before = await treasury.count('ledger_entries');
      const refused = await treasury.president.post(`/runs/${run}/approval`, { resolution: 'res-2025' }).expect(409);
      expect(refused.body.code).toBe('run-edited');
      expect(refused.body.detail).toContain(whom);
      const verified = await treasury.president.get(`/runs/${run}/verification`).expect(200);
      expect(verified.body.ledger.differences).toMatchObject([{ figure: expect.stringContaining(whom) }]);
      expect(await treasury.count('ledger_entries')).toBe(before);
    },
  );

  test.each(['', '/case', '/verification', '/statements/members/001', '/statements/households/F01'])(
    'that does not exist has no %s',
    async (part) => {
      for (const id of ['x', '00000000-0000-4000-8000-000000000000'])
        expect((await treasury.treasurer.get(`/runs/${id}${part}`).expect(404)).body.code).toBe('not-found');
    },
  );
});

describe('a statement', () => {
  test('leads a member from the result to what is hers, in her language', async () => {
    await closed();
    const run = await treasury.calculate();
    await treasury.propose(run);
    const { body } = await treasury.eva.get(`/runs/${run}/statements/members/001`).expect(200);
    expect(body).toMatchObject({
      run,
      season: '2025',
      member: '001',
      name: 'Eva Mamani 001',
      household: 'F01',
      figures: { minutes: 240, days: 365, share: '342.85', retained: '34.28', offset: '86.10', net: '222.47' },
    });
    expect(body.workings).toEqual(
      expect.arrayContaining([
        {
          label: 'Resultado de la gestión',
          working: 'ingresos 1000.00 − productos pagados a las socias 100.00 − gastos propios 93.28',
          amount: '806.72',
        },
        {
          label: 'Por trabajo',
          says: 'Sus 4 horas de trabajo, de 6 horas entre todas y todos, dieron 319.99.',
          working:
            '70.00 % de 685.70 son 479.99; 479.99 × 240 minutos (4 horas) ÷ 360 minutos (6 horas) = 319.99 y 120/360 de centavo; la fracción no alcanza para otro centavo',
          amount: '319.99',
        },
        {
          label: 'Se descuenta: anticipo A1',
          working: 'debía 86.10, se descuentan 86.10, debe todavía 0.00',
          amount: '86.10',
        },
      ]),
    );
    const english = await treasury.eva
      .get(`/runs/${run}/statements/members/001`, { 'accept-language': 'en' })
      .expect(200);
    expect(english.body.workings.at(-1)).toEqual({
      label: "To her family's credit",
      working: '342.85 − 34.28 − 86.10',
      amount: '222.47',
    });
  });

  test('of a household adds its members up and says what is paid in coins', async () => {
    await closed();
    const run = await treasury.calculate();
    await treasury.propose(run);
    const { body } = await treasury.eva.get(`/runs/${run}/statements/households/F01`).expect(200);
    expect(body).toMatchObject({
      household: 'F01',
      name: 'Familia F01',
      members: ['001', '002'],
      figures: { net: '387.05', carriedBefore: '0.00', paid: '387.00', carried: '0.05' },
    });
    expect(body.workings).toContainEqual({ label: 'Suma de la familia', working: '222.47 + 164.58', amount: '387.05' });
  });

  test('goes on under the names that a person and a family had when it was worked out', async () => {
    await closed();
    const run = await treasury.shareOut();
    await service.hear(treasury.coop, (tx) => {
      const eva = { number: '001', givenNames: 'Eva', surnames: 'Quispe', household: 'F01', joinedOn: '2020-01-01' };
      tx.publish(memberChanged, 'member/001', 2, eva);
      tx.publish(householdChanged, 'household/F01', 2, { code: 'F01', name: 'Familia Quispe', community: 'Chacoma' });
    });
    const namesOf = async (of: string): Promise<unknown[]> =>
      Promise.all(
        ['members/001', 'households/F01'].map(
          async (one) => (await treasury.president.get(`/runs/${of}/statements/${one}`).expect(200)).body.name,
        ),
      );
    expect(await namesOf(run)).toEqual(['Eva Mamani 001', 'Familia F01']);
    const { rows } = await service.sql.query(
      `SELECT name FROM households WHERE coop_id = $1 AND code = 'F01' UNION ALL
       SELECT name FROM members WHERE coop_id = $1 AND number = '001'`,
      [treasury.coop],
    );
    expect(rows).toEqual([{ name: 'Familia Quispe' }, { name: 'Eva Quispe' }]);
  });

  test('calls a fund as the register called it when it was worked out', async () => {
    await closed();
    const labels = async (of: string, language: string): Promise<string[]> => {
      const asked = { 'accept-language': language };
      const { body } = await treasury.president.get(`/runs/${of}/statements/members/001`, asked).expect(200);
      return body.workings.map(({ label }: { label: string }) => label);
    };
    const before = await treasury.calculate();
    await treasury.treasurer
      .patch('/funds/education', { nameEs: 'Fondo de formación', nameEn: 'Training fund' }, 1)
      .expect(200);
    const after = await treasury.calculate();
    expect(await labels(before, 'es')).toContain('Fondo de educación');
    expect(await labels(before, 'en')).toEqual(expect.arrayContaining(['Education fund', 'Legal reserve']));
    expect(await labels(after, 'es')).toContain('Fondo de formación');
    expect(await labels(after, 'en')).toContain('Training fund');
    const named = `SELECT run, funds FROM run_summaries WHERE coop_id = '${treasury.coop}' AND run = '${after}'`;
    const { kept, made } = await migratedAgain(service, FreezeFundNames1795879200000, [named]);
    expect(made).toEqual(kept);
  });

  test('lists what each household is paid and each of its members gets, in a table a row for each member', async () => {
    await closed();
    const run = await treasury.calculate();
    const { body } = await treasury.president.get(`/runs/${run}/shares`).expect(200);
    expect(body.items[0]).toMatchObject({
      household: 'F01',
      name: 'Familia F01',
      members: [
        { member: '001', share: '342.85', retained: '34.28', offset: '86.10', debtLeft: '0.00', net: '222.47' },
        { member: '002', net: '164.58' },
      ],
      net: '387.05',
      carriedBefore: '0.00',
      paid: '387.00',
      carried: '0.05',
    });
    const { text, headers } = await treasury.treasurer.get(`/runs/${run}/shares?format=csv`).expect(200);
    expect(text.split('\r\n').slice(0, 3)).toEqual([
      'familia,nombre,socia,nombre (socias),parte,queda como capital,descuento,deuda que queda,a favor (socias),a favor,saldo de antes,pagado,queda en cuenta',
      'F01,Familia F01,001,Eva Mamani 001,342.85,34.28,86.10,0.00,222.47,387.05,0.00,387.00,0.05',
      expect.stringMatching(/^F01,Familia F01,002,.*,164\.58,387\.05,0\.00,387\.00,0\.05$/),
    ]);
    expect(headers['content-disposition']).toMatch(/filename="partes-por-familia-/);
    await treasury.president.get(`/runs/${run.replace(/^.{8}/, '00000000')}/shares`).expect(404);
  });

  test('is nobody else’s', async () => {
    await closed();
    const run = await treasury.calculate();
    await treasury.propose(run);
    for (const other of ['members/002', 'households/F02', 'households/F99'])
      expect((await treasury.eva.get(`/runs/${run}/statements/${other}`).expect(403)).body.code).toBe('not-yours');
    const stranger = await service.signIn(treasury.coop, { user: 'x', roles: ['member'] });
    await stranger.get(`/runs/${run}/statements/members/001`).expect(403);
    for (const hidden of ['', '/shares', '/case', '/verification'])
      await treasury.eva.get(`/runs/${run}${hidden}`).expect(403);
    await treasury.president.get(`/runs/${run}/statements/members/003`).expect(200);
    await treasury.president.get(`/runs/${run}/statements/members/099`).expect(404);
  });

  test('is for the offices alone until the assembly has the run before it', async () => {
    await closed();
    const run = await treasury.calculate();
    const statements = ['members/001', 'households/F01'].map((of) => `/runs/${run}/statements/${of}`);
    for (const path of statements) {
      expect((await treasury.eva.get(path).expect(404)).body.code).toBe('not-found');
      await treasury.manager.get(path).expect(200);
    }
    const seenBy = async (who: Client): Promise<unknown[]> =>
      (await who.get('/runs').expect(200)).body.items.map(({ id }: { id: string }) => id);
    expect(await seenBy(treasury.eva)).toEqual([]);
    expect(await seenBy(treasury.integrator)).toEqual([]);
    expect(await seenBy(treasury.manager)).toEqual([run]);
    expect((await treasury.eva.get('/runs?state=calculated').expect(200)).body.items).toEqual([]);
    await treasury.propose(run);
    for (const path of statements) await treasury.eva.get(path).expect(200);
    expect(await seenBy(treasury.eva)).toEqual([run]);
  });
});

/** The rules of a season that needs nothing but members. */
const EQUAL = {
  code: 'equal',
  steps: [{ kind: 'cover-losses' }, { kind: 'restore', fund: 'legal-reserve' }],
  lossOrder: [{ fund: 'legal-reserve', atMostPercent: '50.00' }],
  bases: [{ basis: 'equal', percent: '100' }],
  offsets: { order: ['advance'] },
};

describe('the next season', () => {
  test('takes up what the one before left: carried coins, debts, ties won, funds and losses', async () => {
    await treasury.treasurer
      .post('/advances', { rows: [advance('A9', { member: '003', amount: '500.00' })] })
      .expect(201);
    await closed();
    const first = await treasury.shareOut();
    const before = (await treasury.president.get(`/runs/${first}`).expect(200)).body.outcome;
    expect(before.members[2]).toMatchObject({ offset: '144.00', debtLeft: '356.00', net: '0.00' });

    // a loss of 100.00: the reserve bears half of its 80.68, the rest goes forward; what was carried is paid on
    await treasury.open('2026', { ruleSet: EQUAL });
    const paid = { paidOn: '2026-08-01' };
    await treasury.treasurer
      .post('/advances', { rows: [advance('B1', { ...paid, member: '003', amount: '5.00' })] })
      .expect(201);
    await treasury.treasurer
      .post('/expenses', { rows: [expense('X1', { spentOn: '2026-08-01', amount: '100.00' })] })
      .expect(201);
    await treasury.close('2026');
    const second = await treasury.shareOut('2026');
    const loss = (await treasury.president.get(`/runs/${second}`).expect(200)).body.outcome;
    expect(loss).toMatchObject({
      result: '-100.00',
      loss: { drawn: [{ fund: 'legal-reserve', amount: '40.34' }], forward: '59.66' },
      households: [{ household: 'F01', net: '0.00', paid: '0.00', carried: '0.05' }, { household: 'F02' }],
    });
    expect(loss.members[2]).toMatchObject({ debtLeft: '361.00', offset: '0.00' });
    expect(await treasury.balances()).toMatchObject({
      'fund-draws legal-reserve': '-40.34',
      'losses-forward': '-59.66',
      'result-appropriated 2026': '100.00',
    });
    const { items } = (await treasury.treasurer.get('/ledger/balances').expect(200)).body;
    expect(items).toContainEqual(
      expect.objectContaining({
        ...{ account: 'fund-draws', party: 'legal-reserve' },
        label: expect.stringMatching(/: Reserva legal$/),
      }),
    );

    await treasury.open('2024', { ruleSet: EQUAL });
    await service.hear(treasury.coop, (tx) =>
      tx.publish(saleRecorded, 'sale/S1', 1, sale('S1', '1100.01', { day: '2024-08-01' })),
    );
    await treasury.close('2024');
    const third = await treasury.shareOut('2024');
    const frozen = (await treasury.president.get(`/runs/${third}/case`).expect(200)).body;
    expect(frozen).toMatchObject({
      books: {
        priorLosses: '59.66',
        funds: { education: { balance: '40.34', owed: '0.00' }, 'legal-reserve': { balance: '40.34', owed: '40.34' } },
        balances: { 'share-capital': '68.55' },
      },
      households: [
        { household: 'F01', carried: '0.05', pays: 'cash' },
        { household: 'F02', carried: '0.00', pays: 'cash' },
      ],
    });
    expect(frozen.members[2].debts).toEqual([
      { code: 'A9', kind: 'advance', amount: '356.00' },
      { code: 'B1', kind: 'advance', amount: '5.00' },
    ]);
    expect(frozen.members.map(({ tiesWon }: { tiesWon: number }) => tiesWon)).toEqual(
      loss.members.map(({ tiesWon }: { tiesWon: number }) => tiesWon),
    );
    expect(await treasury.balances()).toMatchObject({
      'fund-draws legal-reserve': '0.00',
      'losses-forward': '0.00',
      'member-advances 003': '27.66',
    });
    // and on: what counts is what the last of them left
    const last = (await treasury.president.get(`/runs/${third}`).expect(200)).body.outcome;
    await treasury.open('2023', { ruleSet: EQUAL });
    await service.hear(treasury.coop, (tx) =>
      tx.publish(saleRecorded, 'sale/S2', 1, sale('S2', '1.00', { day: '2023-08-01' })),
    );
    await treasury.close('2023');
    const fourth = await treasury.calculate('2023');
    const next = (await treasury.president.get(`/runs/${fourth}/case`).expect(200)).body;
    expect(next.members[2].debts).toEqual([
      { code: 'A9', kind: 'advance', amount: '22.66' },
      { code: 'B1', kind: 'advance', amount: '5.00' },
    ]);
    const ties = ({ members }: { members: { tiesWon: number }[] }): number[] => members.map(({ tiesWon }) => tiesWon);
    expect(ties(next)).toEqual(ties(last));
    expect(ties(last)).not.toEqual(ties(before));

    // each of them is still what its own case says, however many were approved after it
    for (const run of [first, second, third])
      expect((await treasury.president.get(`/runs/${run}/verification`).expect(200)).body.equal).toBe(true);
  });

  /** The two months before the season of {@link Treasury.open}: a loss, then a surplus. */
  async function lossThenSurplus(): Promise<void> {
    await treasury.open('april', { from: '2025-04-01', to: '2025-04-30', ruleSet: EQUAL });
    await treasury.open('may', { from: '2025-05-01', to: '2025-05-31', ruleSet: EQUAL });
    await treasury.treasurer
      .post('/expenses', { rows: [expense('X1', { spentOn: '2025-04-10', amount: '100.00' })] })
      .expect(201);
    await service.hear(treasury.coop, (tx) =>
      tx.publish(saleRecorded, 'sale/S1', 1, sale('S1', '120.00', { day: '2025-05-10' })),
    );
  }

  const outcomeOf = async (run: string): Promise<Record<string, unknown>> =>
    (await treasury.president.get(`/runs/${run}`).expect(200)).body.outcome;

  test('is worked out only when every earlier one has an approved run, a loss too', async () => {
    await lossThenSurplus();
    for (const code of ['may', 'april']) await treasury.close(code);
    const early = async (): Promise<void> => {
      const refused = await treasury.treasurer.post('/seasons/may/runs', {}, { 'accept-language': 'en' }).expect(409);
      expect(refused.body.code).toBe('earlier-season-unshared');
      expect(refused.body.detail).toContain('april');
    };
    await early();
    const april = await treasury.calculate('april');
    await treasury.propose(april);
    await early();
    await treasury.resolve('res-april', [await treasury.sharesOf(april)]);
    await treasury.president.post(`/runs/${april}/approval`, { resolution: 'res-april' }).expect(201);
    expect(await outcomeOf(april)).toMatchObject({ result: '-100.00', loss: { forward: '100.00' } });

    const calculated = await treasury.treasurer.post('/seasons/may/runs', {}).expect(201);
    expect(calculated.body.run).toMatchObject({ follows: 'april', outOfOrder: false });
    const may = await treasury.shareOut('may');
    expect(await outcomeOf(may)).toMatchObject({ result: '120.00', lossesCovered: '100.00', pool: '20.00' });
  });

  test('that comes before one shared already takes up what that one left, and says so', async () => {
    await treasury.open('may', { from: '2025-05-01', to: '2025-05-31', ruleSet: EQUAL });
    await treasury.treasurer
      .post('/expenses', { rows: [expense('X1', { spentOn: '2025-05-10', amount: '100.00' })] })
      .expect(201);
    await treasury.close('may');
    const may = await treasury.shareOut('may');
    await treasury.open('april', { from: '2025-04-01', to: '2025-04-30', ruleSet: EQUAL });
    await service.hear(treasury.coop, (tx) =>
      tx.publish(saleRecorded, 'sale/S1', 1, sale('S1', '120.00', { day: '2025-04-10' })),
    );
    await treasury.close('april');
    const calculated = await treasury.treasurer.post('/seasons/april/runs', {}).expect(201);
    const outOfOrder = { follows: 'may', outOfOrder: true };
    expect(calculated.body.run).toMatchObject(outOfOrder);
    const april = await treasury.shareOut('april');
    expect(await outcomeOf(april)).toMatchObject({ lossesCovered: '100.00', pool: '20.00' });
    expect((await treasury.president.get(`/runs/${april}`).expect(200)).body).toMatchObject(outOfOrder);
    expect((await treasury.eva.get('/runs?season=april').expect(200)).body.items.at(-1)).toMatchObject(outOfOrder);
    for (const whose of ['members/001', 'households/F01'])
      expect((await treasury.eva.get(`/runs/${april}/statements/${whose}`).expect(200)).body).toMatchObject(outOfOrder);
    expect((await treasury.president.get(`/runs/${may}`).expect(200)).body).toMatchObject({
      follows: null,
      outOfOrder: false,
    });
    for (const run of [may, april])
      expect((await treasury.president.get(`/runs/${run}/verification`).expect(200)).body.equal).toBe(true);
  });

  test('is not approved while one before it waits, and calculated again where that was approved meanwhile', async () => {
    await treasury.open('may', { from: '2025-05-01', to: '2025-05-31', ruleSet: EQUAL });
    await treasury.close('may');
    const may = await treasury.calculate('may');
    await treasury.propose(may);
    await treasury.resolve('res', [await treasury.sharesOf(may)]);
    const approve = async (): Promise<unknown> =>
      (await treasury.president.post(`/runs/${may}/approval`, { resolution: 'res' }).expect(409)).body.code;
    await treasury.open('april', { from: '2025-04-01', to: '2025-04-30', ruleSet: EQUAL });
    expect(await approve()).toBe('earlier-season-unshared');
    await treasury.close('april');
    await treasury.shareOut('april');
    expect(await approve()).toBe('run-outdated');
    await treasury.shareOut('may');
  });
});

describe('verification', () => {
  test('finds a run equal to its frozen case and to the books', async () => {
    await closed();
    const run = await treasury.shareOut();
    const { body } = await treasury.president.get(`/runs/${run}/verification`).expect(200);
    expect(body).toEqual({
      run,
      equal: true,
      frozen: { equal: true, differences: [] },
      ledger: { equal: true, differences: [] },
    });
  });

  test('names every figure in which the books are no longer what was frozen', async () => {
    await closed();
    const run = await treasury.calculate();
    const client = service.sql;
    await client.query(`INSERT INTO work_records VALUES ($1, 'W9', '2025-08-04', '003', 7)`, [treasury.coop]);
    const entry = [treasury.coop, 'E9'];
    await client.query(
      `INSERT INTO ledger_entries VALUES ($1, 'expense', $2, 'record', '2025-08-04', 5, 1, now())`,
      entry,
    );
    await client.query(
      `INSERT INTO ledger_lines VALUES ($1, 'expense', $2, 'record', 1, 'expenses', '', 5, 0),
         ($1, 'expense', $2, 'record', 2, 'cash', '', 0, 5)`,
      entry,
    );
    const { body } = await treasury.president.get(`/runs/${run}/verification`).expect(200);
    expect(body).toMatchObject({
      equal: false,
      frozen: { equal: true },
      ledger: {
        equal: false,
        differences: [
          { figure: '/books/ownExpenses', frozen: '93.28', now: '93.33' },
          { figure: '/members/003/weights/work-minutes', frozen: '0', now: '7' },
          // nobody wrote such an expense, and no total has it
          { figure: '/documents/expense E9/amount', frozen: '0.05', now: '0.00' },
          { figure: '/totals/cash', frozen: '-320.57', now: '-320.62' },
          { figure: '/totals/expenses', frozen: '-93.33', now: '-93.28' },
        ],
      },
    });
  });

  test('does not blame a family for a member who moved to another one since', async () => {
    await closed();
    const run = await treasury.calculate();
    await service.hear(treasury.coop, (tx) =>
      tx.publish(memberChanged, 'member/002', 2, {
        number: '002',
        givenNames: 'Eva',
        surnames: 'Mamani',
        household: 'F02',
        joinedOn: '2020-01-01',
      }),
    );
    expect((await treasury.president.get(`/runs/${run}/verification`).expect(200)).body.equal).toBe(true);
  });
});
