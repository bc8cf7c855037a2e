import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { pdfLines } from '@ayni/testing/pdf-lines';
import type { Client } from '@ayni/testing-service/service';
import { member, Office, startMembers, type Members } from './office.js';

let members: Members;
let office: Office;
beforeAll(async () => {
  members = await startMembers();
});
afterAll(() => members.service.stop());

const NUMBERS = ['001', '002', '003', '004', '005'];
/** Somebody who joins on the day after. */
const LATE = member('006', { joinedOn: '2026-03-02', leftOn: null });

beforeEach(async () => {
  office = await Office.of(members);
  const gone = member('009', { leftOn: '2026-03-01' });
  await office.ana.post('/members', { rows: [...NUMBERS.map((number) => member(number)), LATE, gone] }).expect(201);
});

const STARTS = '2026-03-02T09:00:00-04:00';
const AGENDA = [
  { kind: 'report', subject: 'Informe de la gestión' },
  { kind: 'ordinary', subject: 'Reparto de la gestión', covers: [{ kind: 'rules', season: '2026' }] },
  { kind: 'statute', subject: 'Cambio del estatuto' },
];
const CALL = { startsAt: STARTS, place: 'Sede de Chacoma', calledOn: '2026-02-20', agenda: AGENDA };

const CODE = '2026-03-02';
const at = `/assemblies/${CODE}`;
const item = (number: number): string => `${at}/items/${number}`;
const rows = (numbers: readonly string[], present = true): object => ({
  rows: numbers.map((number) => ({ member: number, present })),
});
const cast = (numbers: readonly string[], choice: string): object[] =>
  numbers.map((number) => ({ member: number, choice }));

async function opened(present: readonly string[] = NUMBERS): Promise<void> {
  await office.ana.post('/assemblies', CALL).expect(201);
  await office.ana.post(`${at}/attendance`, rows(present)).expect(201);
  await office.ana.post(`${at}/opening`, {}).expect(201);
}

const refusedFor = async (client: Client, path: string, body: object): Promise<unknown> =>
  (await client.post(path, body)).body.code;

describe('a call', () => {
  test('comes as many days before as the rules want', async () => {
    expect(await refusedFor(office.ana, '/assemblies', { ...CALL, calledOn: '2026-02-21' })).toBe('call-too-late');
    expect(await refusedFor(office.ana, '/assemblies', { ...CALL, calledOn: '2026-03-03' })).toBe('day-in-future');
    const { body } = await office.ana.post('/assemblies', CALL).expect(201);
    expect(body).toMatchObject({ code: CODE, late: false });
    const { body: shown } = await office.ana.get(at).expect(200);
    expect(shown).toMatchObject({ state: 'called', membersOfDay: 6, agenda: [{ state: 'waiting' }, {}, {}] });
  });

  test('that comes too late is marked where the rules say so, and earlier ones keep theirs', async () => {
    await office.ana.post('/assemblies', CALL).expect(201);
    const { body: rules } = await office.ana.get('/assembly-rules/current').expect(200);
    await office.ana.post('/assembly-rules', { ...rules, lateCall: 'marked', noticeDays: 15 }).expect(201);
    const { body } = await office.ana.post('/assemblies', CALL).expect(201);
    expect(body).toMatchObject({ code: `${CODE}-2`, late: true });
    expect((await office.ana.get(at)).body).toMatchObject({ late: false, rules: { noticeDays: 10 } });
    const { items } = (await office.ana.get('/assembly-rules').expect(200)).body;
    expect(items).toMatchObject([{ version: 1, noticeDays: 15, recordedBy: 'ana' }]);
  });

  test('is taken back with its reason as long as it was not opened', async () => {
    await office.ana.post('/assemblies', CALL).expect(201);
    await office.ana.post(`${at}/cancellation`, { reason: 'Llovió' }).expect(201);
    expect((await office.ana.get(at)).body).toMatchObject({ state: 'cancelled', cancelledReason: 'Llovió' });
    expect(await refusedFor(office.ana, `${at}/attendance`, rows(['001']))).toBe('wrong-state');
  });
});

describe('attendance', () => {
  test('is of members of that day, called in whatever case, and says who wrote it down', async () => {
    await office.ana.post('/assemblies', CALL).expect(201);
    expect(await refusedFor(office.ana, `${at}/attendance`, rows(['001', '009']))).toBe('not-member-that-day');
    const first = await office.ana.post(`${at}/attendance`, rows(['001', '006'])).expect(201);
    expect(first.body).toMatchObject({ recorded: 2, unchanged: 0 });
    const { body } = await office.ana
      .post(`${at}/attendance`, {
        rows: [
          { member: '001', present: true },
          { member: '006', present: false },
        ],
      })
      .expect(201);
    expect(body).toMatchObject({ recorded: 1, unchanged: 1 });
    const { items } = (await office.ana.get(`${at}/attendance`).expect(200)).body;
    expect(items).toHaveLength(6);
    expect(items[0]).toMatchObject({ member: '001', present: true, recordedBy: 'ana' });
    expect(items[5]).toMatchObject({ member: '006', present: false });
  });

  test('stays of who has voted', async () => {
    await opened();
    await office.ana.post(`${item(2)}/ballot`, { ballot: 'open' }).expect(201);
    await office.ana.post(`${item(2)}/votes`, { rows: cast(['001'], 'for') }).expect(201);
    expect(await refusedFor(office.ana, `${at}/attendance`, rows(['001'], false))).toBe('has-voted');
    await office.ana.post(`${at}/attendance`, rows(['002'], false)).expect(201);
  });
});

describe('an opening', () => {
  test('takes half and one more at first, and those who are there half an hour later', async () => {
    await office.ana.post('/assemblies', CALL).expect(201);
    await office.ana.post(`${at}/attendance`, rows(['001', '002', '003'])).expect(201);
    const early = await office.ana.post(`${at}/opening`, { openedAt: '2026-03-02T09:29:00-04:00' }).expect(409);
    expect(early.body).toMatchObject({ code: 'no-quorum' });
    const before = await office.ana.post(`${at}/opening`, { openedAt: '2026-03-02T08:59:00-04:00' }).expect(409);
    expect(before.body.code).toBe('assembly-other-day');
    expect(before.body.detail).toContain('el 2 de marzo de 2026 a las 09:00');
    const { body } = await office.ana.post(`${at}/opening`, { openedAt: '2026-03-02T09:30:00-04:00' }).expect(201);
    expect(body).toMatchObject({ call: 'second', needed: 1, members: 6, present: 3 });
  });

  test('in the first call is one', async () => {
    await office.ana.post('/assemblies', CALL).expect(201);
    await office.ana.post(`${at}/attendance`, rows(['001', '002', '003', '004'])).expect(201);
    const { body } = await office.ana.post(`${at}/opening`, { openedAt: '2026-03-02T09:10:00-04:00' }).expect(201);
    expect(body).toMatchObject({ call: 'first', needed: 4, present: 4 });
  });
});

describe('a vote', () => {
  test('is given once by who is there, herself or by an assistant, and seen by who was there', async () => {
    const rosa = await office.user('rosa', ['member'], '001');
    const eva = await office.user('eva', ['member'], '005');
    await opened(['001', '002', '003', '004']);
    expect(await refusedFor(rosa, `${item(2)}/own-vote`, { choice: 'for' })).toBe('wrong-state');
    await office.ana.post(`${item(2)}/ballot`, { ballot: 'open' }).expect(201);
    await rosa.post(`${item(2)}/own-vote`, { choice: 'for' }).expect(201);
    const again = await rosa.post(`${item(2)}/own-vote`, { choice: 'for' }).expect(201);
    expect(again.body).toMatchObject({ recorded: 0, unchanged: 1 });
    expect(await refusedFor(rosa, `${item(2)}/own-vote`, { choice: 'against' })).toBe('already-voted');
    expect(await refusedFor(eva, `${item(2)}/own-vote`, { choice: 'for' })).toBe('not-present');
    expect(await refusedFor(office.ana, `${item(2)}/votes`, { rows: cast(['002', '005'], 'for') })).toBe('not-present');
    await office.ana.post(`${item(2)}/votes`, { rows: cast(['002', '003'], 'against') }).expect(201);
    const { items } = (await rosa.get(`${at}/votes`).expect(200)).body;
    expect(items).toMatchObject([
      { member: '001', choice: 'for', own: true, recordedBy: 'rosa' },
      { member: '002', choice: 'against', own: false, recordedBy: 'ana' },
      { member: '003', choice: 'against', own: false, recordedBy: 'ana' },
    ]);
    expect((await rosa.get(at)).body.agenda[1]).toMatchObject({ ownVote: 'for', given: 3, votesFor: null });
    expect((await eva.get(`${at}/votes`).expect(403)).body.code).toBe('not-yours');
  });

  test('that an assistant wrote down wrongly is taken back and given anew; one of her own is not', async () => {
    const rosa = await office.user('rosa', ['member'], '001');
    await opened();
    await office.ana.post(`${item(2)}/ballot`, { ballot: 'open' }).expect(201);
    await rosa.post(`${item(2)}/own-vote`, { choice: 'for' }).expect(201);
    await office.ana.post(`${item(2)}/votes`, { rows: cast(['002'], 'against') }).expect(201);
    const reason = { reason: 'Anoté mal' };
    expect(await refusedFor(office.ana, `${item(2)}/votes/001/withdrawal`, reason)).toBe('not-found');
    await office.ana.post(`${item(2)}/votes/002/withdrawal`, reason).expect(201);
    await office.ana.post(`${item(2)}/votes`, { rows: cast(['002'], 'for') }).expect(201);
    const { body } = await office.ana.post(`${item(2)}/result`, {}).expect(201);
    expect(body).toMatchObject({ votesFor: 2, votesAgainst: 0, state: 'carried' });
    const { items } = (await office.ana.get(`${at}/votes`)).body;
    expect(items).toMatchObject([
      {},
      { choice: 'against', withdrawn: 'Anoté mal' },
      { choice: 'for', withdrawn: null },
    ]);
  });

  test('is taken back by its member, also what was written down for her, and given anew while it is voted on', async () => {
    const rosa = await office.user('rosa', ['member'], '001');
    await opened();
    const back = `${item(2)}/own-vote/withdrawal`;
    expect(await refusedFor(rosa, back, {})).toBe('wrong-state');
    await office.ana.post(`${item(2)}/ballot`, { ballot: 'open' }).expect(201);
    expect(await refusedFor(rosa, back, {})).toBe('not-found');
    await office.ana.post(`${item(2)}/votes`, { rows: cast(['001'], 'against') }).expect(201);
    const seen = async (): Promise<unknown> => (await rosa.get(at)).body.agenda[1];
    expect(await seen()).toMatchObject({ ownVote: 'against', ownVoteWrittenBy: 'ana', given: 1 });
    await rosa.post(back, {}).expect(201);
    expect(await seen()).toMatchObject({ ownVote: null, ownVoteWrittenBy: null, given: 0 });
    await rosa.post(`${item(2)}/own-vote`, { choice: 'abstain' }).expect(201);
    await rosa.post(back, {}).expect(201);
    await rosa.post(`${item(2)}/own-vote`, { choice: 'for' }).expect(201);
    expect(await seen()).toMatchObject({ ownVote: 'for', ownVoteWrittenBy: null, given: 1 });
    const { body } = await office.ana.post(`${item(2)}/result`, {}).expect(201);
    expect(body).toMatchObject({ votesFor: 1, votesAgainst: 0, abstentions: 0 });
    expect(await refusedFor(rosa, back, {})).toBe('wrong-state');
    const { items } = (await rosa.get(`${at}/votes`)).body;
    expect(items).toMatchObject([
      { choice: 'against', recordedBy: 'ana', withdrawnBy: 'rosa', withdrawn: null },
      { choice: 'abstain', recordedBy: 'rosa', withdrawnBy: 'rosa', withdrawn: null },
      { choice: 'for', recordedBy: 'rosa', withdrawnBy: null, withdrawn: null },
    ]);
  });

  test('of twenty that come at once counts once', async () => {
    const rosa = await office.user('rosa', ['member'], '001');
    await opened();
    await office.ana.post(`${item(2)}/ballot`, { ballot: 'open' }).expect(201);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => rosa.post(`${item(2)}/own-vote`, { choice: 'for' })),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array<number>(20).fill(201));
    expect(answers.filter(({ body }) => body.recorded === 1)).toHaveLength(1);
    expect((await office.ana.post(`${item(2)}/result`, {}).expect(201)).body).toMatchObject({ votesFor: 1 });
  });

  test('that arrives while the vote ends counts, or is refused', async () => {
    await opened();
    await office.ana.post(`${item(2)}/ballot`, { ballot: 'open' }).expect(201);
    const [ended, ...votes] = await Promise.all([
      office.ana.post(`${item(2)}/result`, {}),
      ...NUMBERS.map((number) => office.ana.post(`${item(2)}/votes`, { rows: cast([number], 'for') })),
    ]);
    const taken = votes.filter(({ status }) => status === 201).length;
    expect(ended.body).toMatchObject({ votesFor: taken, state: taken > 0 ? 'carried' : 'rejected' });
    for (const { status, body } of votes) if (status !== 201) expect(body).toMatchObject({ code: 'wrong-state' });
    expect((await office.ana.get(`${at}/votes`)).body.items).toHaveLength(taken);
  });
});

describe('a secret ballot', () => {
  test('keeps counts alone, which two people have to find alike', async () => {
    const rosa = await office.user('rosa', ['member'], '001');
    await opened();
    await office.ana.post(`${item(2)}/ballot`, { ballot: 'secret' }).expect(201);
    expect(await refusedFor(rosa, `${item(2)}/own-vote`, { choice: 'for' })).toBe('other-ballot');
    const count = { votesFor: 3, votesAgainst: 1, abstentions: 1 };
    expect(await refusedFor(office.ana, `${item(2)}/counts`, { ...count, votesFor: 4 })).toBe(
      'more-votes-than-present',
    );
    await office.ana.post(`${item(2)}/counts`, count).expect(201);
    await office.ana.post(`${item(2)}/counts`, count).expect(201);
    expect(await refusedFor(office.ana, `${item(2)}/result`, {})).toBe('second-teller-needed');
    await rosa.post(`${item(2)}/counts`, { ...count, votesFor: 2 }).expect(201);
    expect(await refusedFor(office.ana, `${item(2)}/result`, {})).toBe('counts-differ');
    await rosa.post(`${item(2)}/counts`, count).expect(201);
    expect((await office.ana.post(`${item(2)}/result`, {}).expect(201)).body).toMatchObject(count);
    expect((await office.ana.get(`${at}/votes`)).body.items).toEqual([]);
  });
});

describe('a motion', () => {
  test('that is carried becomes the next resolution of its year, and tells what it covers', async () => {
    const old = { number: '2026-006', adoptedOn: '2026-01-10', subject: 'Acta vieja', votesFor: 3 };
    await office.ana.post('/resolutions', { rows: [old] }).expect(201);
    await opened();
    await office.ana.post(`${item(2)}/ballot`, { ballot: 'open' }).expect(201);
    await office.ana.post(`${item(2)}/votes`, { rows: cast(['001', '002', '003'], 'for') }).expect(201);
    const { body } = await office.ana.post(`${item(2)}/result`, {}).expect(201);
    expect(body).toMatchObject({ state: 'carried', resolution: '2026-007', votesFor: 3 });
    expect(await office.told('resolution/2026-007')).toMatchObject([
      { data: { number: '2026-007', adoptedOn: '2026-03-02', votesFor: 3, carried: true } },
      { data: { covers: [{ kind: 'rules', season: '2026' }] } },
    ]);
  });

  test('that takes two thirds of those present is rejected with fewer, and becomes no resolution', async () => {
    await opened();
    await office.ana.post(`${item(3)}/ballot`, { ballot: 'open' }).expect(201);
    await office.ana.post(`${item(3)}/votes`, { rows: cast(['001', '002', '003'], 'for') }).expect(201);
    const { body } = await office.ana.post(`${item(3)}/result`, {}).expect(201);
    expect(body).toMatchObject({ state: 'rejected', resolution: null });
    expect(await office.count('resolutions')).toBe(0);
  });
});

describe('an assembly that is closed', () => {
  test('has heard its reports, left what was not voted on, and changes no more, in the database either', async () => {
    await opened();
    expect(await refusedFor(office.ana, `${item(1)}/ballot`, { ballot: 'open' })).toBe('not-voted-on');
    await office.ana.post(`${item(2)}/ballot`, { ballot: 'open' }).expect(201);
    await office.ana.post(`${item(2)}/votes`, { rows: cast(['001'], 'for') }).expect(201);
    expect(await refusedFor(office.ana, `${at}/closing`, {})).toBe('still-voting');
    await office.ana.post(`${item(2)}/result`, {}).expect(201);
    await office.ana.post(`${at}/closing`, {}).expect(201);
    const { body } = await office.ana.get(at).expect(200);
    expect(body).toMatchObject({ state: 'closed', closedBy: 'ana' });
    expect(body.agenda).toMatchObject([{ state: 'heard' }, { state: 'carried' }, { state: 'left' }]);
    for (const [path, sent] of [
      [`${at}/attendance`, rows(['001'])],
      [`${item(2)}/votes`, { rows: cast(['002'], 'for') }],
      [`${item(3)}/ballot`, { ballot: 'open' }],
      [`${at}/cancellation`, { reason: 'No' }],
      [`${at}/closing`, {}],
    ] as const)
      expect([path, await refusedFor(office.ana, path, sent)]).toEqual([path, 'wrong-state']);
    for (const edit of ['votes SET choice = $2', 'assembly_items SET subject = $2', 'assemblies SET place = $2'])
      await expect(
        members.service.sql.query(`UPDATE ${edit} WHERE coop_id = $1`, [office.coop, 'against']),
      ).rejects.toThrow('has ended');
  });

  test('has minutes as a paper and for programs, for the offices and for who was there', async () => {
    await opened(['001', '002', '003']);
    await office.ana.post(`${item(2)}/ballot`, { ballot: 'open' }).expect(201);
    await office.ana.post(`${item(2)}/votes`, { rows: cast(['001', '002'], 'for') }).expect(201);
    await office.ana.post(`${item(2)}/votes`, { rows: cast(['003'], 'against') }).expect(201);
    await office.ana.post(`${item(2)}/result`, {}).expect(201);
    await office.ana.post(`${at}/closing`, {}).expect(201);
    const paper = `${at}/papers/minutes`;
    const { body, headers } = await office.ana.get(paper).buffer(true).expect(200);
    expect(headers['content-type']).toBe('application/pdf');
    const lines = (await pdfLines(body)).flat();
    expect(lines).toContainEqual(['1. Informe de la gestión', 'escuchado']);
    expect(lines).toContainEqual(['2. Reparto de la gestión', 'aprobado']);
    expect(lines.flat().join(' ')).toContain(
      '2 a favor, 1 en contra, 0 abstenciones. Resolución 2026-001. Vale para: reglas 2026.',
    );
    expect(lines.filter(([number = '']) => /^00\d$/.test(number)).map(([number]) => number)).toEqual([
      ...['001', '002', '003'],
    ]);
    expect((await office.ana.get(paper).buffer(true)).body.equals(body)).toBe(true);
    const { body: whole } = await office.ana.get(`${paper}?format=json`).expect(200);
    expect(whole).toMatchObject({
      ...{ code: CODE, quorumCall: 'second', present: 3, members: 6 },
      agenda: [{ state: 'heard' }, { resolution: '2026-001', votesFor: 2 }, { state: 'left' }],
      votes: [{ choice: 'for', own: false, recordedBy: 'ana' }, {}, { choice: 'against' }],
    });
    const there = await office.user('rosa', ['member'], '003');
    const away = await office.user('eva', ['member'], '004');
    await there.get(paper).buffer(true).expect(200);
    expect((await away.get(paper).expect(403)).body.code).toBe('not-yours');
  });

  test('is nobody else’s but of its co-op', async () => {
    await opened();
    const other = await Office.of(members);
    await other.ana.get(at).expect(404);
    await other.ana.get(`${at}/votes`).expect(404);
    expect((await other.ana.get('/assemblies')).body.items).toEqual([]);
  });
});

describe('where members are admitted by resolution', () => {
  test('nobody is registered, or comes back, without one that is carried, came first and names her; who was there already is unchanged', async () => {
    const { body: rules } = await office.ana.get('/assembly-rules/current').expect(200);
    await office.ana.post('/assembly-rules', { ...rules, admission: 'by-resolution' }).expect(201);
    const votes = (number: string, votesFor: number): object => ({
      ...{ number, adoptedOn: '2026-02-01', subject: 'Admisión', votesFor, votesAgainst: 1 },
      covers: ['010', '009'].map((admitted) => ({ kind: 'admission', member: admitted })),
    });
    const other = { ...votes('R3', 3), covers: null };
    await office.ana.post('/resolutions', { rows: [votes('R1', 3), votes('R2', 1), other] }).expect(201);
    const add = (more: object): Promise<unknown> =>
      refusedFor(office.ana, '/members', { rows: [member('010', { joinedOn: '2026-02-01', ...more })] });
    expect(await add({})).toBe('admission-needs-resolution');
    expect(await add({ resolution: 'R2' })).toBe('resolution-not-carried');
    expect(await add({ resolution: 'R9' })).toBe('unknown-reference');
    expect(await add({ resolution: 'R3' })).toBe('resolution-covers-other');
    expect(await add({ resolution: 'R1', joinedOn: '2026-01-31' })).toBe('resolution-later');
    expect(await office.count('members')).toBe(7);
    await office.ana
      .post('/members', { rows: [member('001'), member('010', { joinedOn: '2026-02-01', resolution: 'r1' })] })
      .expect(201);
    expect(await office.count('members')).toBe(8);

    const back = { joinedOn: '2026-03-02' };
    expect(await refusedFor(office.ana, '/members/009/return', back)).toBe('admission-needs-resolution');
    expect(await refusedFor(office.ana, '/members/009/return', { ...back, resolution: 'R3' })).toBe(
      'resolution-covers-other',
    );
    await office.ana.post('/members/009/return', { ...back, resolution: 'R1' }).expect(201);
    // whom a resolution admits is nobody else's to know
    const [, covering] = await office.told('resolution/R1');
    expect(covering).toMatchObject({ data: { covers: [{ kind: 'admission' }, { kind: 'admission' }] } });
    expect(JSON.stringify(covering)).not.toContain('010');
  });
});
