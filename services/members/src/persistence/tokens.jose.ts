import type { Instant } from '@ayni/kernel';
import { CHOOSING, TOKEN_ALGORITHM, TOKEN_ISSUER } from '@ayni/http/auth/token';
import { SignJWT, type CryptoKey, type JWK } from 'jose';
import type { Session } from '../domain/session.js';
import { TokensPort } from '../domain/tokens.port.js';
import type { Account } from '../domain/user.js';

export type SigningKey = {
  /** A private Ed25519 key. */
  readonly key: CryptoKey | JWK;
  /** Its `kid` among the public keys. */
  readonly keyId: string;
};

/** Short EdDSA tokens that every service verifies by the published keys. */
export class JoseTokens extends TokensPort {
  constructor(
    private readonly signing: SigningKey | (() => Promise<SigningKey>),
    private readonly seconds: number,
  ) {
    super();
  }

  async sign(
    { coop, name, roles, member, version, choosing }: Account,
    now: Date,
    access: string | null,
  ): Promise<Session> {
    const { key, keyId } = typeof this.signing === 'function' ? await this.signing() : this.signing;
    const issuedAt = Math.floor(now.getTime() / 1000);
    const expiresAt = issuedAt + this.seconds;
    const claims = {
      ...{ coop, roles: [...roles], ver: version },
      ...(member === null ? {} : { member }),
      ...(access === null ? {} : { sid: access }),
      ...(choosing ? CHOOSING : {}),
    };
    const token = await new SignJWT(claims)
      .setProtectedHeader({ alg: TOKEN_ALGORITHM, kid: keyId })
      .setSubject(name)
      .setIssuer(TOKEN_ISSUER)
      .setAudience(TOKEN_ISSUER)
      .setIssuedAt(issuedAt)
      .setExpirationTime(expiresAt)
      .sign(key);
    return { token, choosing, expiresAt: new Date(expiresAt * 1000).toISOString() as Instant };
  }
}
