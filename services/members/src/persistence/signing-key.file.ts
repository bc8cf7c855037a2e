import { readFile, stat } from 'node:fs/promises';
import { importJWK } from 'jose';
import type { SigningKey } from './tokens.jose.js';

/** The key in a file of its own, read again when another one stands there: whoever rotates keys stops nobody. */
export class SigningKeyFile {
  private constructor(
    private readonly path: string,
    private seen: string,
    private held: SigningKey & { readonly secret: string },
  ) {}

  /** @throws Error that names the file, where it holds no private Ed25519 key */
  static async open(path: string): Promise<SigningKeyFile> {
    const seen = await versionOf(path).catch(() => '');
    return new SigningKeyFile(path, seen, await read(path));
  }

  /** The key to sign with now. */
  async current(): Promise<SigningKey> {
    const version = await versionOf(this.path).catch(() => this.seen);
    if (version !== this.seen) {
      // a file that is just being written: the key that is known goes on to hold
      this.held = await read(this.path).catch(() => this.held);
      this.seen = version;
    }
    return this.held;
  }

  /** The private half as text: what only those know who may sign. */
  get secret(): string {
    return this.held.secret;
  }
}

const versionOf = async (path: string): Promise<string> => {
  const { ino, mtimeMs, size } = await stat(path);
  return `${ino} ${mtimeMs} ${size}`;
};

async function read(path: string): Promise<SigningKey & { secret: string }> {
  try {
    const jwk: unknown = JSON.parse(await readFile(path, 'utf8'));
    const part = (name: string): string => {
      const text: unknown = typeof jwk === 'object' && jwk !== null ? Reflect.get(jwk, name) : undefined;
      if (typeof text !== 'string' || text === '') throw new Error(`no "${name}"`);
      return text;
    };
    const [crv, x, secret, keyId] = [part('crv'), part('x'), part('d'), part('kid')];
    const key = await importJWK({ kty: 'OKP', crv, x, d: secret }, 'EdDSA');
    if (key instanceof Uint8Array) throw new Error('no private key');
    return { key, keyId, secret };
  } catch (error) {
    throw new Error(`AYNI_SIGNING_KEY_FILE names ${path}, which holds no private Ed25519 key with a "kid"`, {
      cause: error,
    });
  }
}
