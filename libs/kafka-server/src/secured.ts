/** Who may connect to a broker that demands TLS and a password. */
export type Secured = {
  /** PEM file with the broker's private key (PKCS#8) and its certificate, valid for the IP address 127.0.0.1. */
  readonly keyFile: string;
  /** PEM file with the certificate of the authority that clients trust. */
  readonly caFile: string;
  /** Passwords by user name, kept as SCRAM-SHA-512 when the data are first made; the first is the broker's own too. */
  readonly users: Readonly<Record<string, string>>;
};

/** @throws Error where a name or a password has characters that the broker's own formats give a meaning to */
export function usersOf({ users }: Secured): (readonly [name: string, password: string])[] {
  const entries = Object.entries(users);
  if (entries.length === 0) throw new Error('A secured broker needs at least one user.');
  for (const [name, password] of entries) {
    if (![name, password].every((text) => /^[\w.~-]+$/.test(text))) {
      throw new Error(`The name and the password of "${name}" may have letters, digits and . _ ~ - only.`);
    }
  }
  return entries;
}
