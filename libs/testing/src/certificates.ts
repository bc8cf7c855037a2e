import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const openssl = (...args: string[]) => promisify(execFile)('openssl', args);

/**
 * An authority and, by it, a certificate for 127.0.0.1, as an operator makes them with openssl. `keyFile` holds the
 * broker's key and certificate, `caFile` what clients trust.
 */
export async function makeCertificates(folder: string): Promise<{ keyFile: string; caFile: string }> {
  await mkdir(folder, { recursive: true });
  const at = (name: string): string => join(folder, name);
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  await openssl(
    'req',
    '-x509',
    ...key,
    '-keyout',
    at('ca.key'),
    '-out',
    at('ca.pem'),
    '-subj',
    '/CN=Test CA',
    '-days',
    '2',
  );
  const subject = ['-subj', '/CN=broker', '-addext', 'subjectAltName=IP:127.0.0.1'];
  const signed = ['-CA', at('ca.pem'), '-CAkey', at('ca.key'), '-days', '2'];
  await openssl('req', '-x509', ...key, '-keyout', at('broker.key'), '-out', at('broker.pem'), ...subject, ...signed);
  const parts = await Promise.all(['broker.key', 'broker.pem'].map((name) => readFile(at(name), 'utf8')));
  await writeFile(at('broker.both.pem'), parts.join(''), { mode: 0o600 });
  return { keyFile: at('broker.both.pem'), caFile: at('ca.pem') };
}
