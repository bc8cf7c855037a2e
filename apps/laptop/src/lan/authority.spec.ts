import 'reflect-metadata';
import { describe, expect, test } from '@jest/globals';
import { webcrypto, X509Certificate } from 'node:crypto';
import { mkdir, readFile, stat } from 'node:fs/promises';
import { connect as dial } from 'node:net';
import { join } from 'node:path';
import { connect, type ConnectionOptions } from 'node:tls';
import * as x509 from '@peculiar/x509';
import { jsonOf } from '@ayni/kernel';
import { Door, type Credentials } from '@ayni/http/door/door';
import { errorCode } from '@ayni/processes/error-code';
import { textIn } from '@ayni/secrets/file';
import { testFolder } from '@ayni/testing/test-folder';
import { Authority, AUTHORITY } from './authority.js';

const laptop = { names: ['laptop', 'laptop.local'], addresses: ['192.168.1.20', 'fd00::20'] };
const EC = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

async function open(names = laptop.names): Promise<{ readonly authority: Authority; readonly file: string }> {
  const folder = testFolder();
  await mkdir(folder, { recursive: true });
  const file = join(folder, AUTHORITY);
  return { authority: await Authority.open(file, { ...laptop, names }, new Date()), file };
}

/** What comes of asking, as a phone that trusts `ca` alone, a server that shows `credentials`, by the name `host`. */
async function shake(credentials: Credentials, ca: string, host: string, how: ConnectionOptions = {}): Promise<string> {
  const door = new Door((_, response) => response.end());
  const { port } = await door.listenSecurely(0, '127.0.0.1', credentials);
  try {
    return await new Promise((resolve) => {
      const socket = connect({ socket: dial(port, '127.0.0.1'), host, ca, ...how }, () => {
        resolve(socket.getProtocol() ?? '');
        socket.destroy();
      });
      socket.on('error', (error) => resolve(`${errorCode(error)}: ${error.message}`));
    });
  } finally {
    door.drop();
    await door.close();
  }
}

/** Whoever took the authority's key gives a certificate for something else. */
async function forge(file: string, names: x509.JsonGeneralNames): Promise<Credentials> {
  const kept = jsonOf(await readFile(file, 'utf8'));
  const authority = new x509.X509Certificate(textIn(kept, 'cert'));
  const [der] = x509.PemConverter.decode(textIn(kept, 'key'));
  const signingKey = await webcrypto.subtle.importKey('pkcs8', der ?? new ArrayBuffer(0), EC, false, ['sign']);
  const keys = await webcrypto.subtle.generateKey(EC, true, ['sign', 'verify']);
  const certificate = await x509.X509CertificateGenerator.create({
    ...{ serialNumber: '01', subject: 'CN=A bank', issuer: authority.subject, signingAlgorithm: EC, signingKey },
    ...{ notBefore: new Date(Date.now() - 1000), notAfter: new Date(Date.now() + 86_400_000) },
    publicKey: keys.publicKey,
    extensions: [new x509.SubjectAlternativeNameExtension(names)],
  });
  const key = await webcrypto.subtle.exportKey('pkcs8', keys.privateKey);
  return { key: x509.PemConverter.encode(key, 'PRIVATE KEY'), cert: certificate.toString('pem') };
}

describe('a phone that trusts the authority of a laptop', () => {
  test('gets through to it by its names and its addresses, over TLS 1.3 or 1.2', async () => {
    const { authority } = await open();
    const leaf = await authority.issue(laptop, new Date());
    for (const host of ['laptop', 'laptop.local', '192.168.1.20', 'fd00::20'])
      expect([host, await shake(leaf, authority.pem, host)]).toEqual([host, 'TLSv1.3']);
    expect(await shake(leaf, authority.pem, 'laptop', { maxVersion: 'TLSv1.2' })).toBe('TLSv1.2');
  });

  test('refuses what speaks older versions of TLS', async () => {
    const { authority } = await open();
    const leaf = await authority.issue(laptop, new Date());
    const old = { minVersion: 'TLSv1.1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' } as const;
    expect(await shake(leaf, authority.pem, 'laptop', old)).toMatch(/PROTOCOL_VERSION|UNSUPPORTED_PROTOCOL/);
  });

  test('refuses it by any other name, and another laptop that has its name', async () => {
    const [{ authority }, other] = [await open(), await open()];
    const leaf = await authority.issue(laptop, new Date());
    expect(await shake(leaf, authority.pem, '192.168.1.21')).toMatch(/^ERR_TLS_CERT_ALTNAME_INVALID/);
    expect(await shake(leaf, other.authority.pem, 'laptop')).toMatch(/SIGNATURE|UNABLE_TO_VERIFY/);
  });

  test.each<[string, x509.JsonGeneralNames]>([
    ['bank.example', [{ type: 'dns', value: 'bank.example' }]],
    [
      'laptop',
      [
        { type: 'dns', value: 'laptop' },
        { type: 'dns', value: 'bank.example' },
      ],
    ],
    ['198.51.100.7', [{ type: 'ip', value: '198.51.100.7' }]],
    ['2001:db8::7', [{ type: 'ip', value: '2001:db8::7' }]],
    ['127.0.0.1', [{ type: 'ip', value: '127.0.0.1' }]],
  ])('refuses %s, whoever has the key of the authority', async (host, names) => {
    const { authority, file } = await open();
    expect(await shake(await forge(file, names), authority.pem, host)).toContain('permitted subtree violation');
  });

  test('refuses every name where the laptop had none, and knows it by its address', async () => {
    const { authority, file } = await open([]);
    const forged = await forge(file, [{ type: 'dns', value: 'laptop' }]);
    expect(await shake(forged, authority.pem, 'laptop')).toContain('permitted subtree violation');
    const leaf = await authority.issue({ ...laptop, names: [] }, new Date());
    expect(await shake(leaf, authority.pem, '192.168.1.20')).toBe('TLSv1.3');
  });
});

describe('the authority', () => {
  test('is made once, is read by its owner alone, and gives itself and what it signs limits', async () => {
    const { authority, file } = await open();
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const again = await Authority.open(file, { names: ['elsewhere'], addresses: [] }, new Date());
    expect(again.fingerprint).toBe(authority.fingerprint);
    expect((await open()).authority.fingerprint).not.toBe(authority.fingerprint);
    const read = new x509.X509Certificate(authority.der);
    expect(read.getExtension(x509.BasicConstraintsExtension)).toMatchObject({
      ca: true,
      pathLength: 0,
      critical: true,
    });
    expect(read.getExtension('2.5.29.30')?.critical).toBe(true);
    const leaf = new X509Certificate((await authority.issue(laptop, new Date())).cert);
    expect([leaf.ca, leaf.issuer]).toEqual([false, new X509Certificate(authority.der).subject]);
  });

  test('gives certificates of less than 397 days, for names that it may speak for and no others', async () => {
    const { authority } = await open();
    const now = new Date('2026-03-01T12:00:00Z');
    const around = { names: ['renamed', 'laptop'], addresses: ['192.168.1.20', '198.51.100.7'] };
    const { cert, beginsAt, endsAt } = await authority.issue(around, now);
    const leaf = new X509Certificate(cert);
    expect(leaf.subjectAltName).toBe('DNS:laptop, IP Address:192.168.1.20');
    expect([new Date(leaf.validFrom), new Date(leaf.validTo)]).toEqual([beginsAt, endsAt]);
    expect((endsAt.getTime() - beginsAt.getTime()) / 86_400_000).toBe(91);
  });
});
