import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { memberJoined } from '@ayni/contracts';
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

  test('refuse what is no rule set, names none that is shipped, or asks for more than six', async () => {
    const unknown = await compare({ shipped: ['equal', 'nowhere'] }).expect(400);
    expect(unknown.body).toMatchObject({ code: 'unknown-reference', pointer: '/shipped/1' });
    const bad = await compare({ ruleSets: [own, { ...own, bases: [] }] }).expect(400);
    expect(bad.body).toMatchObject({ code: 'bad-rule-set', pointer: '/ruleSets/1/bases' });
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
