import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { request } from 'node:http';
import { connect } from 'node:net';
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

/** Sends bytes over a connection of their own and tells all that comes back. */
function say(text: string): Promise<string> {
  const { hostname, port } = new URL(service.url);
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port) }, () => socket.write(text, 'latin1'));
    let heard = '';
    socket.on('data', (part) => (heard += String(part)));
    socket.on('error', reject).on('close', () => resolve(heard));
  });
}

describe('the door', () => {
  test('answers with a problem also what is no request of HTTP, and what asks for more than it promises', async () => {
    for (const text of [
      'GARBAGE\r\n\r\n',
      'GET / HTTP/1.1\r\nConnection: close\r\n\r\n',
      'GET / HTTP/1.1\r\nHost: localhost\r\nA b\r\n\r\n',
    ])
      expect(await say(text)).toMatch(
        /^HTTP\/1\.1 400 [^]*application\/problem\+json[^]*"code":"bad-(?:request|host)"/,
      );
    const head = 'GET /api/sales/v1/markets HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n';
    const twice = await say('GET /\r\n\r\nmore');
    expect([twice.match(/HTTP\/1\.1/g)?.length, twice]).toEqual([1, expect.stringContaining('bad-host')]);
    expect(await say(`${head}Expect: the moon\r\n\r\n`)).toMatch(/^HTTP\/1\.1 401 [^]*"code":"unauthenticated"/);
  });

  test('knows a path of a service only under a version of its API', async () => {
    for (const path of ['/api/sales', '/api/sales/', '/api/sales/v1', '/api/sales/v2/sales', '/api/sales/markets'])
      expect(await ask(path)).toMatchObject({ status: 404, body: expect.stringContaining('"code":"not-found"') });
  });

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
    for (const proxied of [{ forwarded: 'for=192.168.1.7' }, { 'x-real-ip': '192.168.1.7' }, { via: '1.1 proxy' }])
      expect((await ask('/metrics', proxied)).status).toBe(403);
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
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': expect.stringMatching(/default-src 'none'.*frame-ancestors 'none'/),
      'x-frame-options': 'DENY',
    });
  });
});
