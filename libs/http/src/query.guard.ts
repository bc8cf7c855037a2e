import { Injectable, SetMetadata, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import { Refusal, Refusals } from '@ayni/kernel';
import type { Request } from 'express';
import { tableOperationOf } from './list-request.js';
import { unknownFields } from './unknown-field.js';
import { fieldsAskedOf } from './well-formed.js';

const TAKEN = 'ayni:query';

/** Notes what a route is asked in its query, where that is no class of its own. */
export const TakesInQuery = (...names: readonly string[]): MethodDecorator => SetMetadata(TAKEN, names);

/**
 * Refuses what a route is not asked in its query: a name that it does not take, so that nobody believes in a filter that is
 * none, and a form that it has not, since what is neither a list nor a total is JSON alone.
 */
@Injectable()
export class QueryGuard implements CanActivate {
  private readonly taken = new Map<object, ReadonlySet<string>>();

  canActivate(context: ExecutionContext): boolean {
    if (context.getType() !== 'http') return true;
    const { query, url } = context.switchToHttp().getRequest<Request>();
    refuseUnreadable(url);
    const taken = this.takenBy(context);
    const isJsonAlone = tableOperationOf(context) === undefined;
    refuseOthers(query, (name) => taken.has(name) || (isJsonAlone && name === 'format'));
    const { format } = query;
    if (isJsonAlone && !taken.has('format') && format !== undefined && format !== 'json')
      throw new Refusal('bad-field', '/format', { detail: 'one-of:json' });
    return true;
  }

  private takenBy(context: ExecutionContext): ReadonlySet<string> {
    const handler = context.getHandler();
    const known = this.taken.get(handler) ?? namesTakenBy(context);
    this.taken.set(handler, known);
    return known;
  }
}

/** @throws Refusal `bad-request` for a query that is not UTF-8: its parser would put other signs in the place of such bytes */
function refuseUnreadable(url: string): void {
  const at = url.indexOf('?');
  if (at < 0) return;
  try {
    decodeURIComponent(url.slice(at));
  } catch {
    throw new Refusal('bad-request', '', { detail: 'not-utf8' });
  }
}

/** @throws Refusals `unknown-field` for each name in a query that is not taken */
function refuseOthers(query: object, isTaken: (name: string) => boolean): void {
  const [first, ...rest] = unknownFields(query, isTaken);
  if (first) throw new Refusals([first, ...rest]);
}

function namesTakenBy(context: ExecutionContext): ReadonlySet<string> {
  const [controller, handler] = [context.getClass(), context.getHandler()];
  const noted: unknown = Reflect.getMetadata(TAKEN, handler);
  const types: unknown = Reflect.getMetadata('design:paramtypes', controller.prototype, handler.name);
  const parameters: unknown = Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, handler.name);
  const classes = Object.entries(parameters ?? {}).flatMap(([key, { index }]: [string, { index: number }]) =>
    key.startsWith(`${RouteParamtypes.QUERY}:`) && Array.isArray(types) ? [types[index] as new () => object] : [],
  );
  const fields = classes.flatMap((type) => [...fieldsAskedOf(type).keys()]);
  return new Set([...fields, ...(Array.isArray(noted) ? noted.map(String) : [])]);
}
