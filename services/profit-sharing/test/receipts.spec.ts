import { hash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { TestService } from '@ayni/testing-service/service';
import { expense, startProfitSharing, Treasury } from './treasury.js';

let service: TestService;
let treasury: Treasury;
beforeAll(async () => {
  service = await startProfitSharing();
});
beforeEach(async () => {
  treasury = await Treasury.of(service);
  await treasury.open();
});
afterAll(() => service.stop());

const photo = (): Buffer => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(196)]);
const hashOf = (content: Buffer): string => hash('sha256', content);

test('an expense keeps the photo of its receipt, which comes back byte for byte', async () => {
  const content = photo();
  await treasury.treasurer.bring('/attachments', content).expect(201);
  const row = expense('E1', { attachments: [hashOf(content), hashOf(content)] });
  await treasury.treasurer.post('/expenses', { rows: [row] }).expect(201);
  const { body } = await treasury.treasurer.get('/expenses').expect(200);
  expect(body).toMatchObject({ items: [{ code: 'E1', attachments: [hashOf(content)] }] });
  const shown = await treasury.treasurer
    .get(`/attachments/${hashOf(content)}`)
    .buffer(true)
    .expect(200);
  expect(Buffer.compare(shown.body as Buffer, content)).toBe(0);
  // the same again is the same; with another receipt it is another expense
  await treasury.treasurer.post('/expenses', { rows: [row] }).expect(201);
  const other = await treasury.treasurer.post('/expenses', { rows: [expense('E1')] }).expect(409);
  expect(other.body).toMatchObject({ code: 'code-taken' });
});

test('an expense names no receipt that is not kept, and a PDF that is none is refused', async () => {
  const unknown = await treasury.treasurer
    .post('/expenses', { rows: [expense('E1', { attachments: [hashOf(photo())] })] })
    .expect(400);
  expect(unknown.body).toMatchObject({ code: 'unknown-reference', pointer: '/rows/0/attachments/0' });
  const noPdf = await treasury.treasurer
    .bring('/attachments', Buffer.from('<html>receipt</html>'), { 'content-type': 'application/pdf' })
    .expect(400);
  expect(noPdf.body).toMatchObject({ code: 'attachment-type' });
  expect(await treasury.count('expenses')).toBe(0);
});

test('what others are told of an expense says nothing of its receipt', async () => {
  const content = photo();
  await treasury.treasurer.bring('/attachments', content).expect(201);
  await treasury.treasurer.post('/expenses', { rows: [expense('E1', { attachments: [hashOf(content)] })] }).expect(201);
  const told = (await service.told(treasury.coop)).filter(({ aggregate }) => aggregate === 'expense/E1');
  expect(told).toHaveLength(1);
  expect(told[0]?.data).not.toHaveProperty('attachments');
});
