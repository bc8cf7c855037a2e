import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { assemblyClosed, type DataOf } from '@ayni/contracts';
import { figureText, readAmount } from '@ayni/kernel';
import readXlsxFile from 'read-excel-file/node';
import { pdfLines } from '@ayni/testing/pdf-lines';
import type { Client, TestService } from '@ayni/testing-service/service';
import { startProfitSharing, Treasury } from './treasury.js';

let service: TestService;
let treasury: Treasury;
let run: string;

beforeAll(async () => {
  service = await startProfitSharing();
  treasury = await Treasury.of(service);
  await treasury.open();
  await treasury.trade();
  await treasury.close();
  run = await treasury.calculate();
  await treasury.propose(run);
});
afterAll(() => service.stop());

const pdf = async (client: Client, path: string): Promise<Buffer> => {
  const { body, headers } = await client.get(`/runs/${run}/papers/${path}`).buffer(true).expect(200);
  expect(headers['content-type']).toBe('application/pdf');
  return body as Buffer;
};

/** What a paper says, from its top, as people read it. */
const linesOf = async (bytes: Buffer): Promise<string[][]> => (await pdfLines(bytes)).flat();

/** A line that ends with an amount: what it is, and what it comes to. */
const sums = (lines: readonly string[][]): string[][] =>
  lines.flatMap((line) => (line.length === 2 && /^-?[\d.]+,\d\d$/.test(line[1] ?? '') ? [line] : []));

type Shown = { readonly label: string; readonly amount: string };
const asPrinted = (workings: readonly Shown[]): string[][] =>
  workings.map(({ label, amount }) => [label, figureText(amount, 'es')]);

const statementOf = async (of: string): Promise<{ figures: Record<string, string>; workings: Shown[] }> =>
  (await treasury.president.get(`/runs/${run}/statements/${of}`).expect(200)).body;

describe('the paper of a member', () => {
  test.each(['pdf', 'roll'])('says what is hers first, then all that her statement says (%s)', async (format) => {
    const lines = await linesOf(await pdf(treasury.eva, `members/001?format=${format}`));
    const { figures, workings } = await statementOf('members/001');
    expect(lines.find(([text = '']) => text.startsWith('Bs'))).toEqual([`Bs ${figureText(figures.net ?? '', 'es')}`]);
    const [season, own] = [workings.slice(0, 6), workings.slice(6)];
    expect(sums(lines)).toEqual(asPrinted([...own, ...season]));
    expect(lines.flat().join(' ')).toContain('Sus 4 horas de trabajo, de 6 horas entre todas y todos, dieron 319,99.');
  });

  test('is in the language that is asked for', async () => {
    const { body } = await treasury.eva
      .get(`/runs/${run}/papers/members/001`, { 'accept-language': 'en' })
      .buffer(true)
      .expect(200);
    expect((await linesOf(body)).flat()).toContain("To your family's credit (F01)");
  });

  test('is the same to the byte each time that it is printed', async () => {
    const [one, other] = [await pdf(treasury.eva, 'members/001'), await pdf(treasury.president, 'members/001')];
    expect(other.equals(one)).toBe(true);
  });

  test('is handed to her and to the offices, and to nobody else', async () => {
    for (const path of ['members/003', 'households/F02'])
      expect((await treasury.eva.get(`/runs/${run}/papers/${path}`).expect(403)).body.code).toBe('not-yours');
    for (const path of ['members/003', 'households/F02']) await pdf(treasury.manager, path);
    expect((await treasury.eva.get(`/runs/${run}/papers/members/001?format=docx`).expect(400)).body.code).toBe(
      'bad-field',
    );
    await treasury.president.get(`/runs/${run}/papers/members/099`).expect(404);
  });
});

describe('the paper of a household', () => {
  test('says what it is paid, the part of each member, and what is kept for the next time', async () => {
    const lines = await linesOf(await pdf(treasury.eva, 'households/F01'));
    const [eva, other, home] = await Promise.all(['members/001', 'members/002', 'households/F01'].map(statementOf));
    expect(lines.find(([text = '']) => text.startsWith('Bs'))).toEqual([
      `Bs ${figureText(home?.figures.paid ?? '', 'es')}`,
    ]);
    const own = [eva, other].flatMap((one) => one?.workings.slice(6) ?? []);
    const season = eva?.workings.slice(0, 6) ?? [];
    expect(sums(lines)).toEqual(asPrinted([...own, ...(home?.workings ?? []), ...season]));
  });
});

describe('the papers of a run', () => {
  test('are one PDF, a family after the other, and what they pay comes to what the run pays', async () => {
    const bytes = await pdf(treasury.treasurer, 'households');
    const pages = await pdfLines(bytes);
    const { body } = await treasury.president.get(`/runs/${run}`).expect(200);
    const paid = (lines: string[][]): string[] =>
      lines.flat().flatMap((text) => (/^Bs [\d.,]+$/.test(text) ? [text.replace(/[^\d]/g, '')] : []));
    const total = pages.flatMap(paid).reduce((sum, centavos) => sum + BigInt(centavos), 0n);
    expect(total).toBe(readAmount(body.outcome.totals.paid, 2));
    expect(pages.flatMap((lines) => lines.flat().filter((text) => text.startsWith('Familia: ')))).toEqual([
      'Familia: Familia F01 (F01)',
      'Familia: Familia F02 (F02)',
    ]);
    expect((await pdf(treasury.president, 'households')).equals(bytes)).toBe(true);
    await treasury.eva.get(`/runs/${run}/papers/households`).expect(403);
  });

  test('are short enough for a message as text, with the same figures', async () => {
    const { text, headers } = await treasury.eva.get(`/runs/${run}/papers/members/001?format=text`).expect(200);
    expect(headers['content-type']).toBe('text/plain; charset=utf-8');
    const { figures, workings } = await statementOf('members/001');
    const told = workings.slice(6).filter(({ amount }) => /[1-9]/.test(amount));
    for (const { label, amount } of told) expect(text).toContain(`${label} ${figureText(amount, 'es')}`);
    expect(text).toContain(`Bs\u00a0${figureText(figures.net ?? '', 'es')}`);
    expect(text.length).toBeLessThan(600);
  });
});

describe('the papers of the assembly and the cash desk', () => {
  const totals = async (): Promise<Record<string, string>> =>
    (await treasury.president.get(`/runs/${run}`).expect(200)).body.outcome.totals;

  test('have room for every family to sign, and the notes and coins that come to what is paid', async () => {
    const lines = await linesOf(await pdf(treasury.treasurer, 'signatures'));
    const { paid = '' } = await totals();
    expect(lines).toContainEqual([`Bs ${figureText(paid, 'es')}`]);
    expect(lines).toContainEqual(['Total', figureText(paid, 'es')]);
    expect(lines.filter(([name = '']) => /^Familia F0/.test(name)).map(([, how]) => how)).toEqual([
      ...['efectivo', 'efectivo'],
    ]);
    const pieces = lines.filter(([piece = '']) => /^Bs [\d,]+$/.test(piece)).filter(({ length }) => length === 3);
    const centavos = (text = ''): bigint => BigInt(text.replace(/[^\d]/g, ''));
    expect(pieces.reduce((sum, [, , worth]) => sum + centavos(worth), 0n)).toBe(readAmount(paid, 2));
    await treasury.eva.get(`/runs/${run}/papers/signatures`).expect(403);
  });

  test('have the figures of the run, the families, and a resolution that names its fingerprint', async () => {
    const lines = await linesOf(await pdf(treasury.manager, 'assembly'));
    const { shares = '', retained = '', offset = '', paid = '' } = await totals();
    const all = [shares, retained, offset, paid].map((amount) => figureText(amount, 'es'));
    expect(lines).toContainEqual(['Total', ...all]);
    const { body } = await treasury.president.get(`/runs/${run}`).expect(200);
    expect(lines.flat().join('')).toContain(body.fingerprint);
    expect(lines.flat()).toContain(`Bs ${figureText(body.outcome.pool, 'es')}`);
    expect(sums(lines).slice(0, 6)).toEqual(asPrinted((await statementOf('members/001')).workings.slice(0, 6)));
  });

  test('show beside the run what other rules would give on the same books, and post nothing', async () => {
    const { outcome } = (await treasury.president.get(`/runs/${run}`).expect(200)).body;
    const asked = { shipped: ['equal', 'bo-356-by-work'] };
    const { body } = await treasury.president.post('/seasons/2025/scenarios', asked).expect(201);
    const [, equal, byWork] = body.ruleSets;
    const lines = await linesOf(await pdf(treasury.manager, 'assembly?ruleSets=equal,bo-356-by-work'));
    const rowOf = (name: string): readonly string[] => lines.find(([first]) => first === name) ?? [];
    expect(rowOf('Las de este reparto')[2]).toBe(figureText(outcome.pool, 'es'));
    expect(rowOf('Partes iguales').slice(1, 3)).toEqual(['0,00', figureText(equal.pool, 'es')]);
    const [f01, f02] = body.families.map(({ differences }: { differences: string[] }) => differences[1]);
    const less = [f01, f02].filter((difference) => difference.startsWith('-')).length;
    expect(rowOf('Partes iguales').slice(3)).toEqual([String(2 - less), String(less)]);
    const { body: file } = await treasury.president
      .get(`/runs/${run}/papers/assembly?format=xlsx&ruleSets=bo-356-by-work`)
      .responseType('blob')
      .expect(200);
    const [, , compared] = await readXlsxFile(file);
    const shares = body.families.map(({ shares: given }: { shares: string[] }) => Number(given[2]));
    expect(compared?.data.slice(1, 4).map((cells) => cells[3])).toEqual([...shares, Number(byWork.pool)]);
    // the co-op's own come first where nobody names any
    await treasury.treasurer.post('/own-rule-sets', { rows: [{ code: 'propias', name: 'Por partes' }] }).expect(201);
    const ruleSet = { code: 'propias', steps: [], bases: [{ basis: 'equal', percent: '100.00' }] };
    await treasury.treasurer.post('/own-rule-sets/propias/versions', { from: '2026-07-01', ruleSet }).expect(201);
    const own = (await linesOf(await pdf(treasury.manager, 'assembly'))).find(([first]) => first === 'Por partes');
    expect(own?.slice(1, 3)).toEqual(['0,00', figureText(equal.pool, 'es')]);
    const { body: book } = await treasury.president
      .get(`/runs/${run}/papers/assembly?format=xlsx`)
      .responseType('blob')
      .expect(200);
    const [, , others] = await readXlsxFile(book);
    expect(others?.data[0]?.slice(3)).toEqual([
      ...['Por partes', expect.stringContaining('356'), expect.stringContaining('356'), 'Partes iguales'],
    ]);
    const unknown = await treasury.president.get(`/runs/${run}/papers/assembly?ruleSets=nobodys`).expect(400);
    expect(unknown.body).toMatchObject({ code: 'unknown-reference', pointer: '/ruleSets' });
  });
});

describe('the pack of the assembly as a workbook', () => {
  test('has the same figures as numbers, and the families on a sheet of their own', async () => {
    const { body } = await treasury.president
      .get(`/runs/${run}/papers/assembly?format=xlsx`)
      .responseType('blob')
      .expect(200);
    const [figures, families] = await readXlsxFile(body);
    const { outcome } = (await treasury.president.get(`/runs/${run}`).expect(200)).body;
    expect(figures?.data).toContainEqual(['Resultado de la gestión', Number(outcome.result), expect.any(String)]);
    expect(figures?.data).toContainEqual(['trabajo', Number(outcome.bases[0].pool), '70.00 %']);
    const { shares, retained, offset, paid } = outcome.totals;
    expect(families?.data.at(-1)?.slice(2, 6)).toEqual([shares, retained, offset, paid].map(Number));
    expect(families?.data.map(([code]) => code)).toEqual(['Familia', 'F01', 'F02', 'Total']);
  });
});

/** An assembly that approved the rules of a season. */
const held = (day: string, of: string): DataOf<typeof assemblyClosed> => ({
  ...{ code: day, day, startsAt: `${day}T13:00:00.000Z`, place: 'Sede', calledOn: '2027-07-01', late: false },
  ...{ quorumCall: 'first', needed: 2, members: 3, present: 2 },
  ...{ openedAt: `${day}T13:05:00.000Z`, closedAt: `${day}T16:00:00.000Z` },
  agenda: [
    {
      ...{ number: 1, subject: 'Reglas', state: 'carried', votesFor: 2, votesAgainst: 0, abstentions: 0 },
      ...{ resolution: '2027-001', covers: [{ kind: 'rules', season: of }] },
    },
  ],
  attendance: ['001', '003'],
});

describe('the pack of a year', () => {
  const annual = async (client: Client): Promise<Buffer> => {
    const { body, headers } = await client.get('/seasons/2025/papers/annual').buffer(true).expect(200);
    expect(headers['content-type']).toBe('application/pdf');
    return body as Buffer;
  };
  const certificate = (code: string, boughtOn: string, count: number): object => ({
    ...{ code, boughtOn, member: '003', count, valueEach: '50.00' },
  });

  test('has result, balance and funds as the books have them, members, certificates and resolutions', async () => {
    const rows = [certificate('C1', '2025-09-01', 2), certificate('C2', '2026-07-01', 3)];
    await treasury.treasurer.post('/certificates', { rows }).expect(409); // the season of the first is closed
    await treasury.treasurer.post('/certificates', { rows: [certificate('C0', '2024-05-01', 2), rows[1]] }).expect(201);
    await treasury.resolve('2026-009', [{ kind: 'rules', season: '2025' }]);
    await treasury.resolve('2026-010', [{ kind: 'early-end', season: '2030' }]);
    const shares = [{ household: 'F01', share: '5.00', paid: '5.00' }];
    const old = { firstDay: '2023-05-01', lastDay: '2024-04-30', openedOn: '2024-05-01', lines: shares };
    await treasury.treasurer.post('/old-seasons', { rows: [{ code: 'G-2023', result: '9.00', ...old }] }).expect(201);
    const lines = await linesOf(await annual(treasury.treasurer));
    expect(lines).toContainEqual(['G-2023', '2023-05-01', '2024-04-30', '9,00', '5,00', '0,00']);
    const report = async (path: string): Promise<{ label: string; amount: string }[]> =>
      (await treasury.president.get(`/ledger/${path}`).expect(200)).body.items;
    const written = ({ label, amount }: Shown): string[] => [label, figureText(amount, 'es')];
    const said = lines.map((line) => line.slice(-2).map((text) => text.trim()));
    for (const path of ['income-statement?season=2025', 'balance-sheet?on=2026-06-30'])
      expect(said).toEqual(expect.arrayContaining((await report(path)).map(written)));
    expect(lines).toContainEqual(['Reserva legal', '0,00', '0,00', '0,00']);
    expect(lines).toContainEqual(['001', 'Eva Mamani 001', 'F01', '2020-01-01']);
    expect(lines).toContainEqual(['C0', 'Eva Mamani 003 (003)', '2', '100,00', '100,00', '2024-05-01']);
    expect(lines.map(([first]) => first)).not.toContain('C2');
    expect(lines).toContainEqual(['2026-009', '2027-08-01', 'aprobada', 'reglas']);
    expect(lines.map(([first]) => first)).not.toContain('2026-010');
    expect((await annual(treasury.president)).equals(await annual(treasury.manager))).toBe(true);
    await service.hear(treasury.coop, (tx) => {
      tx.publish(assemblyClosed, 'assembly/2027-08-01', 1, held('2027-08-01', '2025'));
      tx.publish(assemblyClosed, 'assembly/2027-08-02', 1, held('2027-08-02', '2030'));
    });
    const withMinutes = (await linesOf(await annual(treasury.treasurer))).map(([first]) => first);
    expect(withMinutes).toEqual(
      expect.arrayContaining(['Acta de la asamblea del 1 de agosto de 2027', 'Presentes (2)']),
    );
    expect(withMinutes).not.toContain('Acta de la asamblea del 2 de agosto de 2027');
    await treasury.eva.get('/seasons/2025/papers/annual').expect(403);
    await treasury.president.get('/seasons/1999/papers/annual').expect(404);
  });

  test('is the same as a workbook, a sheet for each book and register', async () => {
    const { body } = await treasury.president
      .get('/seasons/2025/papers/annual?format=xlsx')
      .responseType('blob')
      .expect(200);
    const sheets = await readXlsxFile(body);
    expect(sheets.map(({ sheet }) => sheet)).toEqual([
      ...['Estado de resultados', 'Balance general al 30 de junio', 'Fondos y reservas'],
      ...['A qué se destina el resultado'],
      ...['Resoluciones de la asamblea', 'Registro de socias y socios', 'Registro de certificados de apo'],
      ...['Registro de bienes durables', 'Gestiones antes de los libros', 'Actas'],
    ]);
    const { body: income } = await treasury.president.get('/ledger/income-statement?season=2025').expect(200);
    expect(sheets[0]?.data.at(-1)?.at(-1)).toBe(Number(income.items.at(-1).amount));
    expect(sheets[5]?.data.slice(1).map(([number]) => number)).toEqual(['001', '002', '003']);
  });
});

describe('the settlement of who died', () => {
  test('names who inherits, who signs it in her place', async () => {
    const own = await Treasury.of(service);
    const paper = '/accounts/members/001/papers/settlement';
    const printed = async (query: string): Promise<string[]> =>
      (await linesOf((await own.treasurer.get(`${paper}${query}`).buffer(true).expect(200)).body)).flat();
    const heir = 'Rosa Mamani, CI 4711';
    const said = await printed(`?heir=${encodeURIComponent(heir)}`);
    expect(said).toEqual(expect.arrayContaining([`Como falleció, lo recibe ${heir}.`, heir]));
    expect(said).not.toContain('Quien sale, o quien la hereda');
    expect(await printed('')).toContain('Quien sale, o quien la hereda');
  });
});

describe('a certificate', () => {
  const paper = 'papers/certificate';
  const bought = (code: string, member: string): object => ({
    ...{ code, member, boughtOn: '2024-03-01', count: 2, valueEach: '100.00' },
  });

  test('is printed for who holds it and for the offices, with its place in the register', async () => {
    const own = await Treasury.of(service);
    const rows = [bought('A1', '001'), bought('A2', '003')];
    for (const row of rows) await own.treasurer.post('/certificates', { rows: [row] }).expect(201);
    await own.treasurer.post('/certificates/A1/reversal', { reason: 'a mistake' }).expect(201);
    await own.treasurer.post('/certificates', { rows: [bought('A3', '001')] }).expect(201);
    const { body, headers } = await own.eva.get(`/certificates/a3/${paper}`).buffer(true).expect(200);
    expect(headers['content-type']).toBe('application/pdf');
    const said = (await linesOf(body)).flat();
    expect(said).toEqual(
      expect.arrayContaining([
        'A nombre de Eva Mamani 001 (001)',
        'Bs 200,00',
        '2 certificados de Bs 100,00 cada uno.',
      ]),
    );
    // what was taken back keeps its place
    expect(said).toContain('Asiento n.º 3 del registro de certificados, con el código A3.');
    expect((await own.eva.get(`/certificates/A2/${paper}`).expect(403)).body.code).toBe('not-yours');
    await own.treasurer.get(`/certificates/A1/${paper}`).expect(404);
    const given = { code: 'W1', withdrawnOn: '2024-06-01', certificate: 'A3' };
    await own.treasurer.post('/certificate-withdrawals', { rows: [given] }).expect(201);
    const { body: after } = await own.manager.get(`/certificates/A3/${paper}`).buffer(true).expect(200);
    expect((await linesOf(after)).flat().join(' ')).toContain('Ya no vale');
  });
});

describe('the check of a paper', () => {
  type Check = { readonly amount: string; readonly holds: boolean; readonly state: string };
  const ask = async (code: string, coop: string): Promise<Response> =>
    fetch(`${service.url}/api/profit-sharing/v1/checks/${coop}/${encodeURIComponent(code)}`);
  const codeOf = async (of: string): Promise<string> =>
    (await treasury.president.get(`/runs/${run}/statements/${of}`).expect(200)).body.check;
  const coopCode = async ({ coop }: Treasury): Promise<string> =>
    (await service.sql.query('SELECT code FROM coops WHERE coop_id = $1', [coop])).rows[0].code;
  const check = async (code: string): Promise<Check> => {
    const response = await ask(code, await coopCode(treasury));
    expect(response.status).toBe(200);
    return response.json() as Promise<Check>;
  };
  const unknown = async (code: string, coop?: string): Promise<void> => {
    const response = await ask(code, coop ?? (await coopCode(treasury)));
    expect([response.status, await response.json()]).toEqual([404, expect.objectContaining({ code: 'unknown-paper' })]);
  };

  test('says to whoever has it what the paper is worth, and names nobody', async () => {
    const code = await codeOf('members/001');
    const said = (await linesOf(await pdf(treasury.eva, 'members/001'))).flat().join(' ');
    expect(said).toContain(code.replaceAll('-', ' '));
    const answer = await check(code);
    expect(answer).toMatchObject({ season: '2025', of: 'member', amount: '222.47', state: 'proposed', holds: false });
    expect(Object.keys(answer).toSorted()).toEqual([
      ...['amount', 'coop', 'currency', 'fingerprint', 'holds', 'of', 'resolution', 'season', 'state'],
    ]);
    expect(await check(code.toLowerCase().replaceAll('-', ' '))).toEqual(answer);
    expect(await check(await codeOf('households/F02'))).toMatchObject({ of: 'household' });
  });

  test('knows none that somebody made up, or that is of another co-op', async () => {
    const code = await codeOf('members/001');
    for (let place = 0; place < code.length; place += 5) {
      const other = code[place] === '7' ? '8' : '7';
      await unknown(`${code.slice(0, place)}${other}${code.slice(place + 1)}`);
    }
    await unknown('x');
    await unknown(code, 'nobody');
    await unknown(code, await coopCode(await Treasury.of(service)));
  });

  test('no longer knows a paper whose figure was changed in the books', async () => {
    const code = await codeOf('members/002');
    const change = (amount: string): Promise<unknown> =>
      service.sql.query(
        `UPDATE run_members SET figures = jsonb_set(figures::jsonb, '{net}', to_jsonb($3::text))::json
         WHERE coop_id = $1 AND run = $2 AND member = '002'`,
        [treasury.coop, run, amount],
      );
    const { amount } = await check(code);
    await change('9999.99');
    await unknown(code);
    await change(amount);
    await check(code);
  });

  test('is slowed down for an address that guesses', async () => {
    const coop = await coopCode(treasury);
    for (let guesses = 0; guesses < 31; guesses += 1) if ((await ask('0'.repeat(24), coop)).status === 429) return;
    throw new Error('31 guesses were answered');
  });
});
