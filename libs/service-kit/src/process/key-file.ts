import { readPublicKeys } from '@ayni/secrets/keys';
import { createLocalJWKSet, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';

/** A file may be read again so often; tokens with keys that nobody knows cost no more than that. */
const REREAD_MS = 2_000;
/** And is read so often in any case, so that a key that was taken out of it holds no longer. */
const STALE_MS = 60_000;

/**
 * The published keys in a file. Whoever rotates them adds a key to the file; it is read again when a token comes
 * whose key is not known yet, so that no service has to be told or started again.
 */
export class KeyFile {
  private readAt = performance.now();
  private reading: Promise<void> | undefined;
  private findIn: JWTVerifyGetKey;

  private constructor(
    private readonly path: string,
    private keys: JSONWebKeySet,
  ) {
    this.findIn = createLocalJWKSet(keys);
  }

  /** @throws Error that names the file, where it holds no public keys */
  static async open(path: string): Promise<KeyFile> {
    return new KeyFile(path, await read(path));
  }

  /** Finds the key of a token, as jose asks for it. */
  readonly find: JWTVerifyGetKey = async (header, token) => {
    if (performance.now() - this.readAt > STALE_MS) await this.refresh();
    try {
      return await this.findIn(header, token);
    } catch {
      await this.refresh();
      return this.findIn(header, token);
    }
  };

  /** The keys as they stand in the file now, or stood there a moment ago. */
  async published(): Promise<JSONWebKeySet> {
    await this.refresh();
    return this.keys;
  }

  private async refresh(): Promise<void> {
    if (performance.now() - this.readAt < REREAD_MS) return;
    this.reading ??= read(this.path)
      .then(
        (keys) => {
          this.keys = keys;
          this.findIn = createLocalJWKSet(keys);
        },
        // a file that is just being written: the keys that are known go on to hold
        () => undefined,
      )
      .finally(() => {
        this.readAt = performance.now();
        this.reading = undefined;
      });
    await this.reading;
  }
}

async function read(path: string): Promise<JSONWebKeySet> {
  try {
    const keys = await readPublicKeys(path);
    if (keys.length === 0) throw new Error('no public keys');
    return { keys };
  } catch (error) {
    throw new Error(`AYNI_PUBLIC_KEYS_FILE names ${path}, which holds no set of public keys`, { cause: error });
  }
}
