import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { figureText } from '@ayni/kernel';
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
