/** Hashes that are slow to guess. */
export abstract class PasswordsPort {
  abstract hash(password: string): Promise<string>;
  /** Whether it is the password of `hash`; where there is none, it takes as long and is not. */
  abstract matches(password: string, hash: string | undefined): Promise<boolean>;
  /** Makes the print of a request that holds a password as slow to guess as the password; the same again for the same. */
  abstract seal(print: string, salt: string): Promise<string>;
}
