import { createHash, createHmac, pbkdf2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(pbkdf2);
const ITERATIONS = 4096;

/**
 * What PostgreSQL stores for a password (RFC 5802, SCRAM-SHA-256). Worked out here so that the password itself never
 * stands in a statement, where a log could keep it.
 */
export async function scramVerifier(password: string): Promise<string> {
  // RFC 5802 prepares other text by rules of its own (SASLprep); passwords are generated, so plain ASCII is enough
  if (!/^[\x21-\x7e]+$/.test(password)) throw new Error('A password of a role takes printable ASCII characters only.');
  const salt = randomBytes(16);
  const { stored, server } = await keys(password, salt, ITERATIONS);
  return `SCRAM-SHA-256$${ITERATIONS}:${salt.toString('base64')}$${stored.toString('base64')}:${server.toString('base64')}`;
}

/** Whether `verifier` is of `password`. */
export async function scramMatches(password: string, verifier: string | null): Promise<boolean> {
  const match = /^SCRAM-SHA-256\$(\d{1,7}):([^$]+)\$([^:]+):/.exec(verifier ?? '');
  const [, iterations, salt, expected] = match ?? [];
  if (iterations === undefined || salt === undefined || expected === undefined) return false;
  const { stored } = await keys(password, Buffer.from(salt, 'base64'), Number(iterations));
  const known = Buffer.from(expected, 'base64');
  return known.length === stored.length && timingSafeEqual(known, stored);
}

async function keys(password: string, salt: Buffer, iterations: number): Promise<{ stored: Buffer; server: Buffer }> {
  const salted = await derive(password, salt, iterations, 32, 'sha256');
  const client = createHmac('sha256', salted).update('Client Key').digest();
  return {
    stored: createHash('sha256').update(client).digest(),
    server: createHmac('sha256', salted).update('Server Key').digest(),
  };
}
