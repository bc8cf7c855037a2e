import { createLocalJWKSet, jwtVerify, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import { parseCoopId, Refusal, type MemberNumber } from '@ayni/kernel';
import { ROLES, type Principal, type Role } from './principal.js';

export const TOKEN_ISSUER = 'ayni';
export const TOKEN_ALGORITHM = 'EdDSA';
/** The claim of a token that is good for choosing a password and for nothing else. */
export const CHOOSING = { only: 'password' } as const;
const REMEMBERED_MAX = 10_000;

/** Verifies tokens by the published keys, and remembers a good one until it ends. */
export class TokenVerifier {
  private readonly keys: JWTVerifyGetKey;
  private readonly remembered = new Map<string, { principal: Principal; endsMs: number }>();

  /** @param keys a set that stays as it is, or who finds the key of a token among those published now */
  constructor(keys: JSONWebKeySet | JWTVerifyGetKey) {
    this.keys = typeof keys === 'function' ? keys : createLocalJWKSet(keys);
  }

  /** @throws Refusal `bad-token` */
  async verify(token: string, now: Date): Promise<Principal> {
    const known = this.remembered.get(token);
    if (known && known.endsMs > now.getTime()) return known.principal;
    if (known) this.remembered.delete(token);
    const { principal, endsMs } = await this.read(token, now);
    if (this.remembered.size >= REMEMBERED_MAX) this.remembered.clear();
    this.remembered.set(token, { principal, endsMs });
    return principal;
  }

  private async read(token: string, now: Date): Promise<{ principal: Principal; endsMs: number }> {
    try {
      const { payload } = await jwtVerify(token, this.keys, {
        algorithms: [TOKEN_ALGORITHM],
        issuer: TOKEN_ISSUER,
        audience: TOKEN_ISSUER,
        requiredClaims: ['sub', 'exp', 'coop', 'roles'],
        currentDate: now,
      });
      const { sub, exp, coop, roles, member, ver, sid, scp, only } = payload;
      if (typeof sub !== 'string' || typeof coop !== 'string' || typeof exp !== 'number' || !Array.isArray(roles))
        throw new Error('claims are missing');
      const principal: Principal = {
        user: sub,
        coop: parseCoopId(coop),
        roles: roles.filter(isRole),
        member: typeof member === 'string' ? (member as MemberNumber) : null,
        version: typeof ver === 'number' ? ver : null,
        access: typeof sid === 'string' ? sid : null,
        scopes: scp === undefined ? null : Array.isArray(scp) ? scp.filter((scope) => typeof scope === 'string') : [],
        // what is limited in a way that we do not know is limited all the same
        choosing: only !== undefined,
      };
      return { principal, endsMs: exp * 1000 };
    } catch {
      throw new Refusal('bad-token');
    }
  }
}

const isRole = (role: unknown): role is Role => (ROLES as readonly unknown[]).includes(role);
