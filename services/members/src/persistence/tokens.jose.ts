import type { CoopId, Instant } from '@ayni/kernel';
import { CHOOSING, TOKEN_ALGORITHM, TOKEN_ISSUER } from '@ayni/http/auth/token';
import { SignJWT, type CryptoKey, type JWK, type JWTPayload } from 'jose';
import { programName, type ApiKey } from '../domain/api-key.js';
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

  sign(account: Account, now: Date, access: string | null): Promise<Session> {
    const { coop, name, roles, member, version, choosing } = account;
    const claims = {
      ...{ coop, roles: [...roles], ver: version },
      ...(member === null ? {} : { member }),
      ...(access === null ? {} : { sid: access }),
      ...(choosing ? CHOOSING : {}),
    };
    return this.signed(name, claims, choosing, now);
  }

  signForKey(coop: CoopId, { id, name, roles, scopes }: ApiKey, now: Date): Promise<Session> {
    const claims = { coop, roles: [...roles], sid: id, scp: [...scopes] };
    return this.signed(programName(name), claims, false, now);
  }

  private async signed(subject: string, claims: JWTPayload, choosing: boolean, now: Date): Promise<Session> {
    const { key, keyId } = typeof this.signing === 'function' ? await this.signing() : this.signing;
    const issuedAt = Math.floor(now.getTime() / 1000);
    const expiresAt = issuedAt + this.seconds;
    const token = await new SignJWT(claims)
      .setProtectedHeader({ alg: TOKEN_ALGORITHM, kid: keyId })
      .setSubject(subject)
      .setIssuer(TOKEN_ISSUER)
      .setAudience(TOKEN_ISSUER)
      .setIssuedAt(issuedAt)
      .setExpirationTime(expiresAt)
      .sign(key);
    return { token, choosing, expiresAt: new Date(expiresAt * 1000).toISOString() as Instant };
  }
}
