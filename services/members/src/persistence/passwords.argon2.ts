import { createHash, randomBytes } from 'node:crypto';
import { hash, hashRaw, hashSync, verify } from '@node-rs/argon2';
import { PASSWORD_MIN } from '../domain/user.js';
import { PasswordsPort, type Lane } from '../domain/passwords.port.js';
import { Turnstile } from '@ayni/http/turnstile';

/** argon2id with 19 MiB, two passes, one lane (OWASP ASVS 5.0, appendix C). */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const WAITING_MAX = 100;

/** argon2id, one at a time in each lane: it takes 19 MiB and most of a core. */
export class Argon2Passwords extends PasswordsPort {
  private readonly lanes = {
    known: new Turnstile(1, WAITING_MAX),
    strangers: new Turnstile(1, WAITING_MAX),
  };
  private common: Promise<ReadonlySet<string>> | undefined;
  private readonly nobodys = hashSync(randomBytes(32), COST);

  hash(password: string): Promise<string> {
    return this.lanes.known.pass(() => hash(normal(password), COST));
  }

  matches(password: string, expected: string | undefined, lane: Lane): Promise<boolean> {
    return this.lanes[lane].pass(() => verify(expected ?? this.nobodys, normal(password)));
  }

  async isCommon(password: string): Promise<boolean> {
    this.common ??= readCommon();
    return (await this.common).has(withoutMarks(password).toLowerCase());
  }

  async seal(print: string, salt: string): Promise<string> {
    const bytes = createHash('sha256').update(salt).digest().subarray(0, 16);
    return (await this.lanes.known.pass(() => hashRaw(print, { ...COST, salt: bytes }))).toString('base64url');
  }
}

/** Loaded when the first password is chosen: most starts never need the list. */
async function readCommon(): Promise<ReadonlySet<string>> {
  const { dictionary } = await import('@zxcvbn-ts/language-common');
  return new Set(dictionary['passwords-common'].map(String).filter((password) => password.length >= PASSWORD_MIN));
}

/** The list has words as they are typed without their marks, such as `contrasena`. */
const withoutMarks = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '');

/** The same letters, whichever way a keyboard puts them together. */
const normal = (password: string): string => password.normalize('NFC');
