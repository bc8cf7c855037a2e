import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { ServiceName } from '@ayni/contracts';
import type { ServicePasswords } from '@ayni/database/roles';
import { makeFolders } from '@ayni/processes/make-folders';
import { findOrMake, replace } from './file.js';
import { openPrivateKey, publicHalf, readPrivateKey, readPublicKeys, type PrivateKey } from './keys.js';
import { newPasswords, readPasswords } from './passwords.js';

/** Where the folder of a system of processes keeps what its services are given. */
export const SECRETS = 'secrets';
/** The key that tokens are signed with: among the secrets, or beside the books of a laptop. */
export const SIGNING_KEY = 'signing-key.json';
/** The set that everybody verifies tokens by. */
export const PUBLIC_KEYS = 'public-keys.json';

/** The files of secrets that the services of a system are given, readable by their owner only unless that opens them. */
export class Secrets {
  readonly signingKeyFile: string;
  readonly publicKeysFile: string;

  constructor(readonly folder: string) {
    this.signingKeyFile = join(folder, SIGNING_KEY);
    this.publicKeysFile = join(folder, PUBLIC_KEYS);
  }

  /** The secrets of the system of a folder. */
  static of(system: string): Secrets {
    return new Secrets(join(system, SECRETS));
  }

  /** The secrets in a folder, whose keys are made where there are none. */
  static async open(folder: string): Promise<Secrets> {
    const secrets = new Secrets(folder);
    await secrets.makeFolder();
    await secrets.publish(await openPrivateKey(secrets.signingKeyFile));
    return secrets;
  }

  async makeFolder(): Promise<void> {
    await makeFolders(this.folder, 0o700);
  }

  passwordsFile(service: ServiceName): string {
    return join(this.folder, `${service}-database.json`);
  }

  /** The passwords of a service's roles; undefined where they have no file. */
  findPasswords(service: ServiceName): Promise<ServicePasswords | undefined> {
    return readPasswords(this.passwordsFile(service));
  }

  /** The passwords of a service's roles: those `given`, else the ones of an earlier start, else new ones. */
  async openPasswords(service: ServiceName, given?: ServicePasswords): Promise<ServicePasswords> {
    const file = this.passwordsFile(service);
    if (given === undefined) return findOrMake(file, readPasswords, newPasswords);
    if (!isDeepStrictEqual(await readPasswords(file), given)) await replace(file, given);
    return given;
  }

  /** Lets everybody verify by a key, from now on and besides the others. */
  async publish(key: PrivateKey): Promise<void> {
    const published = await readPublicKeys(this.publicKeysFile);
    if (published.some(({ kid }) => kid === key.kid)) return;
    await replace(this.publicKeysFile, { keys: [publicHalf(key), ...published] });
  }

  /** Lets members sign with a key, which has to be published. */
  signWith(key: PrivateKey): Promise<void> {
    return replace(this.signingKeyFile, key);
  }

  /** Lets no key hold any longer but the one that is signed with. @returns how many went */
  async retire(): Promise<number> {
    const current = await readPrivateKey(this.signingKeyFile);
    const published = await readPublicKeys(this.publicKeysFile);
    const kept = published.filter(({ kid }) => kid === current?.kid);
    if (kept.length === 0) throw new Error(`${this.publicKeysFile} does not hold the key of ${this.signingKeyFile}`);
    await replace(this.publicKeysFile, { keys: kept });
    return published.length - kept.length;
  }
}
