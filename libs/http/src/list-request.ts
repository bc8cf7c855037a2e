import { createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { Language } from '@ayni/kernel';
import type { Request, Response } from 'express';
import { principalOf } from './auth/auth.guard.js';
import type { Principal } from './auth/principal.js';
import { languageAskedBy } from './door/language.js';
import { FORMATS, MEDIA, type Format } from './tables/table-query.js';

/** A request for a list or a total: who sent it, and how she takes it. */
export type ListRequest = {
  readonly principal: Principal;
  /** The operation that she asked, such as `sales.list`. */
  readonly operation: string;
  /** The form that she accepts. */
  readonly accepted: Format;
  readonly language: Language;
  /** Tells the client where the page after this one is. */
  readonly sayNext: (cursor: string) => void;
};

const OPERATION = 'ayni:table';

/** Notes that a route answers a list or a total, in any of the forms of a table. */
export const AnswersTable = (operation: string): MethodDecorator => SetMetadata(OPERATION, operation);

/** The operation of a route that answers a list or a total; of another none. */
export function tableOperationOf(context: ExecutionContext): string | undefined {
  const operation: unknown = Reflect.getMetadata(OPERATION, context.getHandler());
  return typeof operation === 'string' ? operation : undefined;
}

/** Hands a handler the request as one for a list or a total. */
export const List = createParamDecorator((_: unknown, context: ExecutionContext): ListRequest => {
  const request = context.switchToHttp().getRequest<Request>();
  const response = context.switchToHttp().getResponse<Response>();
  const sayNext = (cursor: string): void => {
    const next = new URL(request.originalUrl, 'http://ayni');
    next.searchParams.set('after', cursor);
    response.setHeader('Link', `<${next.pathname}${next.search}>; rel="next"`);
  };
  const media = request.accepts(Object.values(MEDIA));
  return {
    principal: principalOf(request),
    operation: tableOperationOf(context) ?? '',
    accepted: FORMATS.find((format) => MEDIA[format] === media) ?? 'json',
    language: languageAskedBy(request),
    sayNext,
  };
});
