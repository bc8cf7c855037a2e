import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Refusal } from '@ayni/kernel';
import type { Request } from 'express';
import { tableOperationOf } from './list-request.js';

/** Refuses to answer in a form that a route has not: what is neither a list nor a total is JSON alone. */
@Injectable()
export class FormatGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    if (context.getType() !== 'http' || tableOperationOf(context) !== undefined) return true;
    const { format } = context.switchToHttp().getRequest<Request>().query;
    if (format !== undefined && format !== 'json') throw new Refusal('bad-field', '/format', { detail: 'one-of:json' });
    return true;
  }
}
