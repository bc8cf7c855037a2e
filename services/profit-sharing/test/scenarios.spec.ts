import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { memberJoined } from '@ayni/contracts';
import pg from '@ayni/database/driver';
import { pdfLines } from '@ayni/testing/pdf-lines';
import type { TestService } from '@ayni/testing-service/service';
import { season, startProfitSharing, Treasury } from './treasury.js';

let service: TestService;
let treasury: Treasury;
beforeAll(async () => {
  service = await startProfitSharing();
});
afterAll(() => service.stop());
beforeEach(async () => {
  treasury = await Treasury.of(service);
  await treasury.open();
  await treasury.trade();
});

const compare = (body: object, client = treasury.treasurer) => client.post('/seasons/2025/scenarios', body);
const own = { code: 'half', steps: [], bases: [{ basis: 'equal', percent: '100.00' }] };

describe('scenarios', () => {
  test('show what rule sets would give each member and family on the same books, beside the present one', async () => {
    const asked = { shipped: ['equal', 'bo-356-by-work'], ruleSets: [own] };
    const { body } = await compare(asked).expect(201);
    const preview = (await treasury.president.get('/seasons/2025/preview').expect(200)).body;
    expect(body.ruleSets).toMatchObject([
      { code: 'present', result: '806.72', pool: preview.outcome.pool, unshared: null },
      { code: 'equal', pool: '806.72', funds: [] },
      { code: 'bo-356-by-work', pool: '484.01', funds: [{ fund: 'legal-reserve', amount: '0.00' }, {}, {}, {}] },
      { code: 'half', pool: '806.72' },
    ]);
    const present = preview.outcome.members.map(({ share }: { share: string }) => share);
    expect(body.members.map(({ shares }: { shares: string[] }) => shares)).toEqual([
      [present[0], '268.91', '322.67', '268.91'],
      [present[1], '268.91', '161.34', '268.91'],
      [present[2], '268.90', '0.00', '268.90'],
    ]);
    expect(body.families).toMatchObject([
      { household: 'F01' },
      { household: 'F02', shares: [present[2], '268.90', '0.00', '268.90'] },
    ]);
    const [f01, f02] = body.families;
    expect(f01.shares.slice(1)).toEqual(['537.82', '484.01', '537.82']);
    expect(f02.differences[0]).toBe('0.00');
    expect(f02.differences[2]).toBe(`-${present[2]}`);
  });

  test('may leave out what they do not ask for as nothing, too', async () => {
    const nothing = { shipped: null, ownRuleSets: null, ruleSets: null, groups: null, forAssembly: null };
    const { body } = await compare(nothing).expect(201);
    expect(body.ruleSets).toMatchObject([{ code: 'present' }]);
  });

  test('keep nothing: the same preview, no run and no entry come of them', async () => {
    const before = await treasury.balances();
    await compare({ shipped: ['equal'] }).expect(201);
    expect(await treasury.balances()).toEqual(before);
    expect((await treasury.treasurer.get('/runs').expect(200)).body.items).toEqual([]);
    expect((await treasury.treasurer.get('/seasons/2025').expect(200)).body.ruleSet).toEqual(season()['ruleSet']);
  });

  test('of a season whose shares were approved show its books as they were then', async () => {
    await treasury.close();
    const before = (await compare({ shipped: ['equal'] }).expect(201)).body;
    await treasury.shareOut();
    const after = (await compare({ shipped: ['equal'] }).expect(201)).body;
    expect(after.ruleSets).toEqual(before.ruleSets);
    expect(after.members).toEqual(before.members);
    expect(after.ruleSets[0].unshared).toBeNull();
  });

  test('say why rules give no shares, and show the others', async () => {
    const byCare = {
      ...own,
      bases: [
        { basis: 'quantity-delivered', percent: '50' },
        { basis: 'equal', percent: '50' },
      ],
    };
    const byCertificates = { ...own, bases: [{ basis: 'certificate-days', percent: '100' }] };
    const { body } = await compare({ ruleSets: [byCare, byCertificates] }).expect(201);
    expect(body.ruleSets).toMatchObject([{ unshared: null }, { unshared: null }, { pool: null }]);
    expect(body.ruleSets[2].unshared).toContain('basis-without-entries');
    expect(body.members[0].shares[2]).toBeNull();
    expect(body.members[0].differences[2]).toBeNull();
  });

  test('for the assembly name nobody, and hide groups of fewer than five and what would tell of them', async () => {
    await service.hear(treasury.coop, (tx) => {
      for (let i = 4; i < 16; i++)
        tx.publish(memberJoined, `member/${i}`, 1, {
          ...{ number: String(i).padStart(3, '0'), givenNames: 'Ana', surnames: `Quispe ${i}` },
          ...{ household: 'F02', joinedOn: '2021-01-01' },
        });
    });
    const numbers = Array.from({ length: 15 }, (_, i) => String(i + 1).padStart(3, '0'));
    const groups = [
      { by: 'community', group: 'Chacoma', members: numbers.slice(0, 7) },
      { by: 'community', group: 'Viacha', members: numbers.slice(7, 12) },
      { by: 'community', group: 'Laja', members: numbers.slice(12) },
    ];
    const seen = (await compare({ shipped: ['equal'], groups }).expect(201)).body;
    expect(seen.groups.map(({ members }: { members: number }) => members)).toEqual([7, 5, 3]);
    expect(seen.members).toHaveLength(15);
    const { body } = await compare({ shipped: ['equal'], groups, forAssembly: true }).expect(201);
    expect(body).toMatchObject({ forAssembly: true, families: [], members: [] });
    expect(body.groups).toMatchObject([
      { group: 'Chacoma', hidden: false, members: 7 },
      { group: 'Viacha', hidden: true, members: null, shares: [null, null], differences: [null, null] },
      { group: 'Laja', hidden: true, members: null, shares: [null, null] },
    ]);
    expect(JSON.stringify(body)).not.toMatch(/"F0[12]"/);
  });

  test('are seen by members once an officer shows them, each with her own family alone, until others are shown', async () => {
    const groups = [{ by: 'sex', group: 'Mujeres', members: ['001', '002'] }];
    const seen = async (client = treasury.eva) => (await client.get('/seasons/2025/shown-scenarios').expect(200)).body;
    expect(await seen()).toEqual({ season: '2025', shown: null });
    const show = (body: object, client = treasury.treasurer) => client.post('/seasons/2025/shown-scenarios', body);
    await show({ shipped: ['equal'] }, treasury.eva).expect(403);
    const balances = await treasury.balances();
    const told = (await show({ shipped: ['bo-356-by-work'] }).expect(201)).body;
    expect(told).toMatchObject({ forAssembly: true, families: [], members: [] });
    await show({ shipped: ['equal'], groups }).expect(201);
    const { families } = (await compare({ shipped: ['equal'] }).expect(201)).body;
    const { shown } = await seen();
    expect(shown.ruleSets.map(({ code }: { code: string }) => code)).toEqual(['present', 'equal']);
    expect(shown.families).toEqual(families.filter(({ household }: { household: string }) => household === 'F01'));
    expect(shown.groups.map(({ hidden, shares }: { hidden: boolean; shares: null[] }) => [hidden, shares])).toEqual([
      [true, [null, null]],
      [true, [null, null]],
    ]);
    // an officer who is no member sees nobody's, and nothing was posted
    expect((await seen(treasury.president)).shown.families).toEqual([]);
    expect(await treasury.balances()).toEqual(balances);
    expect((await treasury.eva.get('/seasons/2031/shown-scenarios')).status).toBe(404);
  });

  test('refuse what is no rule set, names none that is shipped, or asks for more than six', async () => {
    const unknown = await compare({ shipped: ['equal', 'nowhere'] }).expect(400);
    expect(unknown.body).toMatchObject({ code: 'unknown-reference', pointer: '/shipped/1' });
    const bad = await compare({ ruleSets: [own, { ...own, bases: [] }] }).expect(400);
    expect(bad.body).toMatchObject({ code: 'bad-rule-set', pointer: '/ruleSets/1/bases' });
    const debts = await compare({ ruleSets: [{ ...own, offsets: { order: ['advance', 'anticipo'] } }] }).expect(400);
    expect(debts.body).toMatchObject({ code: 'unknown-debt-kind', pointer: '/ruleSets/0/offsets/order/1' });
    const many = await compare({ shipped: ['equal'], ruleSets: Array.from({ length: 6 }, () => own) }).expect(400);
    expect(many.body).toMatchObject({ code: 'bad-field', pointer: '/ruleSets' });
    await compare({ shipped: ['equal'] }, treasury.eva).expect(403);
  });
});

test('the shipped rule sets are explained line by line, to members too', async () => {
  const { body } = await treasury.eva.get('/rule-sets').expect(200);
  expect(body.ruleSets).toHaveLength(12);
  const [byWork] = body.ruleSets;
  expect(byWork).toMatchObject({ code: 'bo-356-by-work', law: { date: '2013-04-11' } });
  expect(byWork.lines[2]).toMatchObject({
    pointer: '/steps/2',
    article: 'arts. 34, 35',
    source: 'statute',
    mark: { es: 'según un estatuto' },
    says: { es: expect.stringContaining('Reserva legal recibe el 10 % del resultado') },
  });
});

/** Begins a copy of Ley 356 by work and writes its first version. */
async function copied(code = 'trabajo', from = '2026-07-01'): Promise<Version> {
  await treasury.treasurer
    .post('/own-rule-sets', { rows: [{ code, name: 'Por trabajo', copies: 'bo-356-by-work' }] })
    .expect(201);
  return propose(code, from, {});
}

type Version = { readonly version: number; readonly fingerprint: string };
type Rules = { readonly steps: readonly object[] };

const law356 = async (): Promise<Rules> => {
  const { body } = await treasury.treasurer.get('/rule-sets').expect(200);
  return body.ruleSets[0].ruleSet;
};
const writes = async (code: string, from: string, change: object) =>
  treasury.treasurer.post(`/own-rule-sets/${code}/versions`, {
    from,
    ruleSet: { ...(await law356()), code, ...change },
  });
const propose = async (code: string, from: string, change: object): Promise<Version> =>
  (await writes(code, from, change)).body;
const adopt = (code: string, version: number, body: object = {}) =>
  treasury.treasurer.post(`/own-rule-sets/${code}/versions/${version}/adoption`, body);
const openBy = (code: string, ownRuleSet: string, more: object = {}) => {
  const { ruleSet: _, ...days } = season(code);
  return treasury.treasurer.post('/seasons', { rows: [{ ...days, ownRuleSet, ...more }] });
};

describe("the co-op's own rules", () => {
  test('are copied with what their law asks, adopted for the first time with the set-up, and a season stands under them', async () => {
    const { version, fingerprint } = await copied();
    expect([version, fingerprint]).toEqual([1, expect.stringMatching(/^sha256:[0-9a-f]{64}$/)]);
    expect(await openBy('2026', 'trabajo')).toMatchObject({ status: 409, body: { code: 'rules-not-in-force' } });
    await adopt('trabajo', 1).expect(201);
    await openBy('2026', 'TRABAJO').expect(201);
    await openBy('2026', 'trabajo').expect(201);
    const { body } = await treasury.eva.get('/seasons/2026').expect(200);
    expect(body).toMatchObject({ ownRuleSet: 'trabajo', ownVersion: 1, law: expect.stringContaining('N.° 356') });
    expect(body.ruleSet).toMatchObject({ code: 'trabajo', steps: (await law356()).steps });
    const shown = (await treasury.eva.get('/own-rule-sets/Trabajo').expect(200)).body;
    expect(shown.limits[0]).toMatchObject({
      ...{ kind: 'fund-at-least', fund: 'legal-reserve', article: 'art. 34', mark: { es: 'según un estatuto' } },
      asks: { es: expect.stringContaining('Reserva legal recibe al menos el 10 % del resultado') },
    });
    expect(shown.written).toMatchObject([{ version: 1, adopted: { resolution: null, by: 'tina' } }]);
    expect(shown.written[0].lines[2]).toMatchObject({ pointer: '/steps/2', article: 'arts. 34, 35' });
    // what the law asks to be put into, the co-op had not registered
    expect(JSON.stringify((await treasury.eva.get('/funds').expect(200)).body)).toContain('"social"');
  });

  test('break no limit of their law, which is named with its article at its line', async () => {
    await copied();
    const { steps } = await law356();
    const less = steps.map((step, i) => (i === 2 ? { ...step, percent: '9.99' } : step));
    const bases = [{ basis: 'certificate-days', percent: '100.00' }];
    const { status, body } = await writes('trabajo', '2027-07-01', { steps: less, bases });
    expect({ status, code: body.code, pointer: body.pointer }).toEqual({
      ...{ status: 400, code: 'limit-of-law', pointer: '/ruleSet/steps/2/percent' },
    });
    expect(body.detail).toContain('Ley General de Cooperativas N.° 356, art. 34: Reserva legal recibe al menos');
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/ruleSet/steps/2/percent',
      '/ruleSet/bases/0/basis',
    ]);
    expect((await treasury.eva.get('/own-rule-sets/trabajo').expect(200)).body.versions).toBe(1);
  });

  test('of a season that stands under a law are amended within it alone', async () => {
    await copied();
    await adopt('trabajo', 1).expect(201);
    await openBy('2026', 'trabajo').expect(201);
    await treasury.resolve('R-9', [{ kind: 'rules', season: '2026' }]);
    const { code: _, ...rules } = { code: '', ...(await law356()) };
    const without = { ...rules, code: 'trabajo', steps: rules.steps.filter((_, i) => i !== 3) };
    const amend = (ruleSet: object) =>
      treasury.treasurer.post('/seasons/2026/rules', { cashUnit: '0.10', ruleSet, resolution: 'r-9' });
    expect((await amend(without).expect(400)).body).toMatchObject({ code: 'limit-of-law', pointer: '/ruleSet/steps' });
    await amend({ ...without, steps: rules.steps.filter((_, i) => i !== 5) }).expect(201);
    expect((await treasury.eva.get('/seasons/2026').expect(200)).body).toMatchObject({
      ...{ rulesVersion: 2, ownRuleSet: 'trabajo', ownVersion: 1 },
    });
  });

  test('name no law where the co-op begins its own, and may say what the arithmetic can', async () => {
    await treasury.treasurer.post('/own-rule-sets', { rows: [{ code: 'propias', name: 'Propias' }] }).expect(201);
    const { code: _, ...rules } = own;
    const written = await treasury.treasurer.post('/own-rule-sets/propias/versions', {
      from: '2026-07-01',
      ruleSet: { ...rules, code: 'propias' },
    });
    expect(written.status).toBe(201);
    await adopt('propias', 1).expect(201);
    await openBy('2026', 'propias').expect(201);
    expect((await treasury.eva.get('/seasons/2026').expect(200)).body).toMatchObject({ law: null, ownVersion: 1 });
  });

  test('after the first are adopted by a carried resolution that covers that version, once', async () => {
    await copied();
    await adopt('trabajo', 1).expect(201);
    const { steps } = await law356();
    const second = await propose('trabajo', '2027-07-01', { steps: steps.slice(0, 5) });
    const third = await propose('trabajo', '2027-08-01', {});
    const missing = await adopt('trabajo', 2).expect(400);
    expect(missing.body).toMatchObject({ code: 'bad-field', pointer: '/resolution' });
    await treasury.resolve('R-1', [{ kind: 'rule-set', fingerprint: second.fingerprint }], { votesFor: 1 });
    expect(await adopt('trabajo', 2, { resolution: 'R-1' })).toMatchObject({
      status: 409,
      body: { code: 'resolution-not-carried' },
    });
    await treasury.resolve('R-2', [{ kind: 'rule-set', fingerprint: second.fingerprint }]);
    expect(await adopt('trabajo', third.version, { resolution: 'R-2' })).toMatchObject({
      status: 409,
      body: { code: 'resolution-covers-other' },
    });
    await adopt('trabajo', 2, { resolution: 'r-2' }).expect(201);
    expect(await adopt('trabajo', 2, { resolution: 'R-2' })).toMatchObject({
      status: 409,
      body: { code: 'rules-adopted' },
    });
    await openBy('2026', 'trabajo').expect(201);
    await openBy('2027', 'trabajo').expect(201);
    const { items } = (await treasury.eva.get('/seasons').expect(200)).body;
    expect(items.map(({ ownVersion }: { ownVersion: number | null }) => ownVersion)).toEqual([null, 1, 2]);
  });

  test('are adopted by a resolution from the first on where shares were approved already', async () => {
    treasury = await Treasury.of(service);
    await treasury.open();
    await treasury.trade();
    await treasury.close();
    await treasury.shareOut();
    const { fingerprint } = await copied();
    expect((await adopt('trabajo', 1).expect(400)).body).toMatchObject({ code: 'bad-field', pointer: '/resolution' });
    await treasury.resolve('R-1', [{ kind: 'rule-set', fingerprint }]);
    await adopt('trabajo', 1, { resolution: 'R-1' }).expect(201);
  });

  test('are compared by their code, as they were written last', async () => {
    await copied();
    await propose('trabajo', '2026-08-01', { steps: (await law356()).steps.slice(0, 5) });
    const { body } = await compare({ ownRuleSets: ['TRABAJO'] }).expect(201);
    expect(body.ruleSets).toMatchObject([{ code: 'present' }, { code: 'trabajo', pool: '645.36' }]);
    const unknown = await compare({ ownRuleSets: ['otras'] }).expect(400);
    expect(unknown.body).toMatchObject({ code: 'unknown-reference', pointer: '/ownRuleSets/0' });
  });

  test('never change: the same version again is the same, and no other begins before one that holds', async () => {
    await copied();
    expect((await propose('trabajo', '2026-07-01', {})).version).toBe(1);
    await adopt('trabajo', 1).expect(201);
    const early = await propose('trabajo', '2026-07-01', { retainPercent: '5.00' });
    await treasury.resolve('R-1', [{ kind: 'rule-set', fingerprint: early.fingerprint }]);
    expect(await adopt('trabajo', early.version, { resolution: 'R-1' })).toMatchObject({
      status: 409,
      body: { code: 'rules-overlap' },
    });
    const runtime = new pg.Pool({ connectionString: service.database.url('runtime'), max: 1 });
    for (const change of ['UPDATE rule_set_versions SET version = 9', 'DELETE FROM rule_set_adoptions'])
      await expect(runtime.query(change)).rejects.toThrow('permission denied');
    await runtime.end();
  });

  test('stand on the papers of a run with law, articles and what was not read in the law', async () => {
    treasury = await Treasury.of(service);
    await copied('trabajo', '2025-07-01');
    await adopt('trabajo', 1).expect(201);
    await openBy('2025', 'trabajo').expect(201);
    await treasury.doors('2025', 'open');
    await treasury.trade();
    await treasury.close();
    const run = await treasury.calculate();
    await treasury.propose(run);
    for (const path of ['assembly', 'members/001']) {
      const { body } = await treasury.president.get(`/runs/${run}/papers/${path}`).buffer(true).expect(200);
      const said = (await pdfLines(body as Buffer)).flat(2).join(' ');
      expect(said).toContain('Reglas: Por trabajo, versión 1. Ley General de Cooperativas N.° 356, 2013-04-11:');
      expect(said).toContain('art. 33 (según un estatuto)');
    }
  });

  test('refuse what names nothing, what is named twice over, and whoever may not', async () => {
    const begin = (row: object) => treasury.treasurer.post('/own-rule-sets', { rows: [row] });
    const unknown = await begin({ code: 'x', name: 'X', copies: 'nowhere' }).expect(400);
    expect(unknown.body).toMatchObject({ code: 'unknown-reference', pointer: '/rows/0/copies' });
    await copied();
    expect(await begin({ code: 'TRABAJO', name: 'Otras' })).toMatchObject({
      status: 409,
      body: { code: 'code-taken' },
    });
    const { body } = await openBy('2026', 'trabajo', { ruleSet: own }).expect(400);
    expect(body).toMatchObject({ code: 'bad-field', pointer: '/rows/0/ownRuleSet' });
    const { ruleSet: _, ...bare } = season('2026');
    const none = await treasury.treasurer.post('/seasons', { rows: [bare] }).expect(400);
    expect(none.body).toMatchObject({ code: 'bad-field', pointer: '/rows/0/ruleSet' });
    expect(await openBy('2026', 'nowhere')).toMatchObject({ status: 400, body: { code: 'unknown-reference' } });
    expect((await writes('trabajo', '2027-07-01', { code: 'otras' })).body.pointer).toBe('/ruleSet/code');
    await adopt('trabajo', 7).expect(404);
    await treasury.treasurer.post('/own-rule-sets/trabajo/versions/x/adoption', {}).expect(404);
    await treasury.eva.post('/own-rule-sets', { rows: [{ code: 'x', name: 'X' }] }).expect(403);
  });
});
