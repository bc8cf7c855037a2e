import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ServiceName } from '@ayni/contracts';
import { ROLES, type Role, type ServicePasswords } from '@ayni/postgres';
import { errorCode } from '@ayni/processes';

/** The files with secrets that the services are given, made on the first start and readable by their owner only. */
export class Secrets {
  readonly signingKeyFile: string;
  readonly publicKeysFile: string;

  private constructor(private readonly folder: string) {
    this.signingKeyFile = join(folder, 'signing-key.json');
    this.publicKeysFile = join(folder, 'public-keys.json');
  }

  static async open(folder: string): Promise<Secrets> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const secrets = new Secrets(folder);
    await secrets.makeKeys();
    return secrets;
  }

  passwordsFile(service: ServiceName): string {
    return join(this.folder, `${service}-database.json`);
  }

  /** The passwords of a service's roles: those `given`, else the ones of an earlier start, else new ones. */
  async passwords(service: ServiceName, given?: ServicePasswords): Promise<ServicePasswords> {
    const file = this.passwordsFile(service);
    const known = await readFile(file, 'utf8').then(parsePasswords, () => undefined);
    const passwords = given ?? known ?? newPasswords();
    if (known === undefined || ROLES.some((role) => known[role] !== passwords[role])) await write(file, passwords);
    return passwords;
  }

  /** An Ed25519 key to sign tokens with, and the set that everybody verifies them by: it has to be among them. */
  private async makeKeys(): Promise<void> {
    const { privateKey } = generateKeyPairSync('ed25519');
    await writeOnce(this.signingKeyFile, {
      ...privateKey.export({ format: 'jwk' }),
      kid: randomBytes(9).toString('base64url'),
    });
    const { kty, crv, x, kid } = parseKey(await readFile(this.signingKeyFile, 'utf8'));
    const published = await readFile(this.publicKeysFile, 'utf8').then(parseKeys, () => []);
    if (published.some((key) => fieldOf(key, 'kid') === kid)) return;
    await write(this.publicKeysFile, { keys: [{ kty, crv, x, kid, alg: 'EdDSA', use: 'sig' }, ...published] });
  }
}

const newPasswords = (): ServicePasswords => {
  const secret = (): string => randomBytes(24).toString('base64url');
  return { migrator: secret(), runtime: secret(), relay: secret(), operator: secret() };
};

function parsePasswords(text: string): ServicePasswords {
  const found: unknown = JSON.parse(text);
  const of = (role: Role): string => fieldOf(found, role);
  return { migrator: of('migrator'), runtime: of('runtime'), relay: of('relay'), operator: of('operator') };
}

function parseKey(text: string): { kty: string; crv: string; x: string; kid: string } {
  const found: unknown = JSON.parse(text);
  const of = (name: string): string => fieldOf(found, name);
  return { kty: of('kty'), crv: of('crv'), x: of('x'), kid: of('kid') };
}

function parseKeys(text: string): readonly unknown[] {
  const found: unknown = JSON.parse(text);
  const keys: unknown = typeof found === 'object' && found !== null ? Reflect.get(found, 'keys') : undefined;
  return Array.isArray(keys) ? keys : [];
}

function fieldOf(found: unknown, name: string): string {
  const value: unknown = typeof found === 'object' && found !== null ? Reflect.get(found, name) : undefined;
  if (typeof value !== 'string') throw new Error(`A file of secrets lacks its "${name}".`);
  return value;
}

/** Whole or not at all, whenever the power goes. */
async function write(file: string, content: object): Promise<void> {
  const draft = draftOf(file);
  await writeFile(draft, `${JSON.stringify(content)}\n`, { mode: 0o600, flush: true });
  await rename(draft, file);
}

/** The same, where no such file is there yet. */
async function writeOnce(file: string, content: object): Promise<void> {
  const draft = draftOf(file);
  await writeFile(draft, `${JSON.stringify(content)}\n`, { mode: 0o600, flush: true });
  try {
    await link(draft, file);
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
  } finally {
    await rm(draft);
  }
}

const draftOf = (file: string): string => `${file}.${randomBytes(4).toString('hex')}`;
