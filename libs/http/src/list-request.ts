import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request, Response } from 'express';
import { principalOf } from './auth/auth.guard.js';
import type { Principal } from './auth/principal.js';

/** A request for a list: who sent it, and the form that she takes it in. */
export type ListRequest = {
  readonly principal: Principal;
  readonly prefersCsv: boolean;
  /** Tells the client where the page after this one is. */
  readonly sayNext: (cursor: string) => void;
};

/** Hands a handler the request as one for a list. */
export const List = createParamDecorator((_: unknown, context: ExecutionContext): ListRequest => {
  const request = context.switchToHttp().getRequest<Request>();
  const response = context.switchToHttp().getResponse<Response>();
  const sayNext = (cursor: string): void => {
    const next = new URL(request.originalUrl, 'http://ayni');
    next.searchParams.set('after', cursor);
    response.setHeader('Link', `<${next.pathname}${next.search}>; rel="next"`);
  };
  const prefersCsv = request.accepts('application/json', 'text/csv') === 'text/csv';
  return { principal: principalOf(request), prefersCsv, sayNext };
});
