import { Injectable, SetMetadata, createParamDecorator, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { fieldOf, Refusal } from '@ayni/kernel';
import type { Request } from 'express';
import { Clock } from '../clock.js';
import type { Principal, Role } from './principal.js';
import { scopeOf } from './scopes.js';
import { Standing } from './standing.js';
import { TokenVerifier } from './token.js';

const ROLES_KEY = 'ayni:roles';
const PUBLIC_KEY = 'ayni:public';
const CHOOSING_KEY = 'ayni:choosing';
const PEOPLE_KEY = 'ayni:people';

/** The roles of which one is needed; a route without this or {@link Public} answers nobody. */
export const Roles = (...roles: [Role, ...Role[]]): MethodDecorator & ClassDecorator => SetMetadata(ROLES_KEY, roles);

/** A route that needs no sign-in. */
export const Public = (): MethodDecorator & ClassDecorator => SetMetadata(PUBLIC_KEY, true);

/** A route that is open also to who has to choose a password first. */
export const WhileChoosing = (): MethodDecorator => SetMetadata(CHOOSING_KEY, true);

/** A route that no program may ask, whatever its key opens: what is done there is a person's word. */
export const ByPeople = (): MethodDecorator => SetMetadata(PEOPLE_KEY, true);

/** Whether a route needs no sign-in. */
export const isPublic = (reflector: Reflector, context: ExecutionContext): boolean =>
  reflector.getAllAndOverride<boolean | undefined>(PUBLIC_KEY, [context.getHandler(), context.getClass()]) === true;

const principals = new WeakMap<object, Principal>();

/** Who sent the request, as far as her token was looked at. */
export const whoSent = (request: object): Principal | undefined => principals.get(request);

/** Who sent the request; nobody where it needed no sign-in. */
export const askerOf = (request: Request): Principal | undefined => principals.get(request);

/** Who sent the request; only behind a route with {@link Roles}. */
export function principalOf(request: Request): Principal {
  const principal = whoSent(request);
  if (!principal) throw new Refusal('unauthenticated');
  return principal;
}

export const CurrentPrincipal = createParamDecorator((_: unknown, context: ExecutionContext) =>
  principalOf(context.switchToHttp().getRequest<Request>()),
);

/** Denies by default: a token that the published keys verify, and one of the roles that the route names. */
@Injectable()
export class AuthGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly tokens: TokenVerifier,
    private readonly clock: Clock,
    private readonly standing: Standing,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    if (isPublic(this.reflector, context)) return true;
    const targets = [context.getHandler(), context.getClass()];
    const request = context.switchToHttp().getRequest<Request>();
    const header = request.headers.authorization;
    if (!header?.startsWith('Bearer ')) throw new Refusal('unauthenticated');
    const principal = await this.tokens.verify(header.slice(7), this.clock.now());
    await this.standing.check(principal);
    if (principal.choosing && !this.reflector.getAllAndOverride<boolean | undefined>(CHOOSING_KEY, targets))
      throw new Refusal('password-to-choose');
    const roles = this.reflector.getAllAndOverride<readonly Role[] | undefined>(ROLES_KEY, targets) ?? [];
    if (!roles.some((role) => principal.roles.includes(role)))
      throw new Refusal('forbidden', '', { roles: roles.join(', ') });
    const byPeople = this.reflector.getAllAndOverride<boolean | undefined>(PEOPLE_KEY, targets) === true;
    if (principal.scopes !== null) refuseOutOfScope(request, principal.scopes, byPeople);
    principals.set(request, principal);
    return true;
  }
}

/** @throws Refusal `for-people`, `out-of-scope` */
function refuseOutOfScope({ method, route }: Request, scopes: readonly string[], byPeople: boolean): void {
  if (byPeople) throw new Refusal('for-people');
  // the pattern that matched: the path itself may be written in several ways
  const pattern = String(fieldOf(route, 'path')).replace(/^\/api\/[a-z-]+\/v1\//, '');
  const scope = scopeOf(method, pattern);
  if (scope !== null && !scopes.includes(scope)) throw new Refusal('out-of-scope', '', { scope });
}
