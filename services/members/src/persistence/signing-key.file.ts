import { stat } from 'node:fs/promises';
import { readPrivateKey, type PrivateKey } from '@ayni/secrets/keys';
import type { SigningKey } from './tokens.jose.js';

/** The key in a file of its own, read again when another one stands there: whoever rotates keys stops nobody. */
export class SigningKeyFile {
  private constructor(
    private readonly path: string,
    private seen: string,
    private held: PrivateKey,
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
    return { key: this.held, keyId: this.held.kid };
  }

  /** The private half as text: what only those know who may sign. */
  get secret(): string {
    return this.held.d;
  }
}

const versionOf = async (path: string): Promise<string> => {
  const { ino, mtimeMs, size } = await stat(path);
  return `${ino} ${mtimeMs} ${size}`;
};

async function read(path: string): Promise<PrivateKey> {
  try {
    const key = await readPrivateKey(path);
    if (!key) throw new Error('no such file');
    return key;
  } catch (error) {
    throw new Error(`AYNI_SIGNING_KEY_FILE names ${path}, which holds no private Ed25519 key with a "kid"`, {
      cause: error,
    });
  }
}
