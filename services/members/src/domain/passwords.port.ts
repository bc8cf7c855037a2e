import { Refusal } from '@ayni/kernel';
import { isGuessable, isPassword } from './user.js';

/** Where passwords are compared: whom nobody knows yet waits for her own kind only. */
export type Lane = 'known' | 'strangers';

/** Hashes that are slow to guess, of passwords that are not the first to be tried. */
export abstract class PasswordsPort {
  abstract hash(password: string): Promise<string>;
  /** Whether it is the password of `hash`; where there is none, it takes as long and is not. */
  abstract matches(password: string, hash: string | undefined, lane: Lane): Promise<boolean>;
  /** Whether so many people use it that it is the first to be guessed. */
  abstract isCommon(password: string): Promise<boolean>;
  /** Makes the print of a request that holds a password as slow to guess as the password; the same again for the same. */
  abstract seal(print: string, salt: string): Promise<string>;
}

/**
 * @param names by which others know the user and her co-op
 * @throws Refusal `weak-password`
 */
export async function refuseWeak(
  passwords: PasswordsPort,
  password: string,
  names: readonly string[],
  pointer: string,
): Promise<void> {
  if (!isPassword(password) || isGuessable(password, names) || (await passwords.isCommon(password)))
    throw new Refusal('weak-password', pointer);
}
