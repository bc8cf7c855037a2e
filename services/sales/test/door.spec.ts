import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { request } from 'node:http';
import type { TestService } from '@ayni/testing-service/service';
import { Stall } from './stall.js';

let service: TestService;
beforeAll(async () => {
  service = await Stall.start();
});
afterAll(() => service.stop());

/** Asks under a name, as a page of somebody else would. */
function ask(
  path: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; headers: object; body: string }> {
  return new Promise((resolve, reject) => {
    const asked = request(new URL(path, service.url), { headers }, (answer) => {
      let body = '';
      answer.on('data', (part) => (body += String(part)));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body }));
    });
    asked.on('error', reject).end();
  });
}

describe('the door', () => {
  test('answers by the addresses of its machine and the names that it was told, and by no other', async () => {
    for (const host of ['127.0.0.1:80', 'localhost', '[::1]:4500', 'books.example'])
      expect([host, (await ask('/docs', { host })).status]).toEqual([host, 200]);
    for (const host of ['evil.example', 'books.example.evil.example', '6.6.6.6'])
      expect([host, (await ask('/docs', { host })).status]).toEqual([host, 400]);
    expect((await ask('/api/sales/v1/markets', { host: 'evil.example' })).body).toContain('bad-host');
    expect((await ask('/health/live', { host: 'evil.example' })).status).toBe(200);
  });

  test('shows what it measures to its own machine, and from elsewhere to who has the token', async () => {
    expect((await ask('/metrics')).status).toBe(200);
    const elsewhere = { 'x-forwarded-for': '192.168.1.7' };
    expect(await ask('/metrics', elsewhere)).toMatchObject({
      status: 403,
      body: expect.stringContaining('for-operator'),
    });
    expect((await ask('/metrics', { ...elsewhere, authorization: 'Bearer guessed' })).status).toBe(403);
    expect((await ask('/metrics', { ...elsewhere, authorization: 'Bearer of the operator' })).status).toBe(200);
  });

  test('lets nothing of others into its page, and its page into nothing of others', async () => {
    const { headers } = await ask('/docs');
    expect(headers).toMatchObject({
      'content-security-policy': expect.stringMatching(/default-src 'none'.*frame-ancestors 'none'/),
      'x-frame-options': 'DENY',
    });
  });
});
