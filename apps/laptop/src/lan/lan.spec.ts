import 'reflect-metadata';
import { afterEach, describe, expect, test } from '@jest/globals';
import { hash, X509Certificate } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { connect as dial } from 'node:net';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { Door } from '@ayni/http/door/door';
import { Hosts } from '@ayni/http/door/hosts';
import { FixedClock } from '@ayni/testing/clock';
import { testFolder } from '@ayni/testing/test-folder';
import { Authority, AUTHORITY } from './authority.js';
import { Lan } from './lan.js';
import { listenPlainly } from './listen-plainly.js';
import { TrustDesk } from './trust-desk.js';

const LOOPBACK = '127.0.0.1';
const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** A laptop's network, on the loopback; where it is and when is up to the test. */
async function openNetwork(names = ['laptop']) {
  const folder = testFolder();
  await mkdir(folder, { recursive: true });
  const clock = new FixedClock('2026-03-01T12:00:00Z');
  const around = { names, addresses: [LOOPBACK] };
  const authority = await Authority.open(
    join(folder, AUTHORITY),
    { names: ['laptop', 'renamed'], addresses: [] },
    clock.now(),
  );
  const door = new Door((_, response) => response.end('the product'));
  const desk: TrustDesk = new TrustDesk(authority, () => lan.port);
  const faults: unknown[] = [];
  const lan: Lan = await Lan.open({
    ...{ authority, clock, port: 0, trustPort: 0 },
    lookAround: () => ({ ...around }),
    listenSecurely: (port, address, credentials) => door.listenSecurely(port, address, credentials),
    listenPlainly: (port, address) => listenPlainly(desk, new Hosts([LOOPBACK]), port, address),
    onFault: (error) => faults.push(error),
  });
  closers.push(() => lan.close().then(() => door.close()));
  return { lan, clock, around, authority, faults };
}

/** The certificate that is shown at a port. */
const shownAt = (port: number): Promise<X509Certificate> =>
  new Promise((resolve, reject) => {
    const socket = connect({ socket: dial(port, LOOPBACK), rejectUnauthorized: false }, () => {
      const certificate = socket.getPeerX509Certificate();
      socket.destroy();
      if (certificate) resolve(certificate);
    });
    socket.on('error', reject);
  });

describe('the certificate', () => {
  test('is kept while it is young, and another is shown when a third of its time is left', async () => {
    const { lan, clock } = await openNetwork();
    const first = await shownAt(lan.port);
    clock.moveTo('2026-04-20T12:00:00Z');
    await lan.look();
    expect((await shownAt(lan.port)).serialNumber).toBe(first.serialNumber);
    clock.moveTo('2026-05-02T12:00:00Z');
    await lan.look();
    const second = await shownAt(lan.port);
    expect(second.serialNumber).not.toBe(first.serialNumber);
    expect(new Date(second.validTo)).toEqual(new Date('2026-07-31T12:00:00Z'));
  });

  test('is another as soon as the machine has another name', async () => {
    const { lan, around } = await openNetwork();
    expect((await shownAt(lan.port)).subjectAltName).toBe('DNS:laptop');
    around.names = ['renamed'];
    await lan.look();
    expect((await shownAt(lan.port)).subjectAltName).toBe('DNS:renamed');
  });
});

test('a machine that leaves its network is shown nowhere, and comes back at the same ports', async () => {
  const { lan, around, faults } = await openNetwork();
  const before = [lan.urls, lan.trustUrls];
  around.addresses = [];
  await lan.look();
  expect([lan.urls, lan.trustUrls]).toEqual([[], []]);
  await expect(shownAt(lan.port)).rejects.toThrow('ECONNREFUSED');
  around.addresses = [LOOPBACK];
  await lan.look();
  expect([lan.urls, lan.trustUrls]).toEqual(before);
  expect(faults).toEqual([]);
  await shownAt(lan.port);
});

test('an address that is not to be had keeps nobody from the others, and is tried again', async () => {
  const { lan, around, faults } = await openNetwork();
  // of documents (RFC 5737): no machine has it
  around.addresses = ['192.0.2.250', LOOPBACK];
  await lan.look();
  expect([lan.urls, faults]).toEqual([
    [`https://${LOOPBACK}:${lan.port}`],
    [expect.objectContaining({ code: 'EADDRNOTAVAIL' })],
  ]);
  await lan.look();
  expect(faults.length).toBe(2);
});

describe('beside it', () => {
  const ask = async (path: string, init?: RequestInit) => {
    const { lan, authority } = await openNetwork();
    const answer = await fetch(`${lan.trustUrls[0]}${path}`, init);
    const body = Buffer.from(await answer.arrayBuffer());
    return {
      lan,
      authority,
      status: answer.status,
      headers: answer.headers,
      body,
      type: answer.headers.get('content-type'),
    };
  };

  test('a page explains how to trust it, in Spanish and English, with its fingerprint, and leads to it', async () => {
    const { lan, authority, headers, body, type } = await ask('/');
    const page = body.toString();
    expect(type).toBe('text/html; charset=utf-8');
    for (const part of [
      'lang="es"',
      'lang="en"',
      'Android',
      'iPhone',
      authority.fingerprint.replaceAll(':', ':<wbr>'),
      '<svg',
    ])
      expect(page).toContain(part);
    expect(page).toContain(`href="https://${LOOPBACK}:${lan.port}/"`);
    const style = /<style>([^]*)<\/style>/.exec(page)?.[1] ?? '';
    expect(headers.get('content-security-policy')).toContain(`style-src 'sha256-${hash('sha256', style, 'base64')}'`);
    expect(page).not.toMatch(/<script|style="/);
  });

  test('Android fetches the certificate, and an iPhone the same in a profile', async () => {
    const android = await ask('/ayni.crt');
    expect([android.type, android.headers.get('content-disposition')]).toEqual([
      'application/x-x509-ca-cert',
      'attachment; filename="ayni.crt"',
    ]);
    expect(new X509Certificate(android.body).fingerprint256).toBe(android.authority.fingerprint);
    const iphone = await ask('/ayni.mobileconfig');
    expect(iphone.type).toBe('application/x-apple-aspen-config');
    const [, data = ''] = /<data>([^<]*)<\/data>/.exec(iphone.body.toString()) ?? [];
    expect(new X509Certificate(Buffer.from(data, 'base64')).fingerprint256).toBe(iphone.authority.fingerprint);
  });

  test.each([
    '/api/members/v1/setup',
    '/docs',
    '/health/ready',
    '/metrics',
    '/lan-authority.json',
    '/../lan-authority.json',
  ])('there is nothing else: %s', async (path) => {
    expect((await ask(path)).status).toBe(404);
  });

  test('nothing is sent there', async () => {
    expect((await ask('/', { method: 'POST', body: '{}' })).status).toBe(404);
  });
});
