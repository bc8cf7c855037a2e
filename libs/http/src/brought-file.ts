import {
  applyDecorators,
  createParamDecorator,
  SetMetadata,
  type ExecutionContext,
  type RawBodyRequest,
} from '@nestjs/common';
import type { Reflector } from '@nestjs/core';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { Request } from 'express';

const FILE_KEY = 'ayni:file';

/** A route whose body is a file as it is, of at most so many bytes; whatever it says that it is, its bytes tell. */
export const BringsFile = (bytesMax: number, description: string): MethodDecorator =>
  applyDecorators(
    SetMetadata(FILE_KEY, bytesMax),
    ApiConsumes('application/octet-stream'),
    ApiBody({ required: true, description, schema: { type: 'string', format: 'binary', maxLength: bytesMax } }),
  );

/** How large a file a route takes; undefined where it takes JSON. */
export const fileMaxOf = (reflector: Reflector, context: ExecutionContext): number | undefined =>
  reflector.get<number | undefined>(FILE_KEY, context.getHandler());

/** Hands a handler the file that a request brought; empty where it brought none. */
export const BroughtFile = createParamDecorator(
  (_: unknown, context: ExecutionContext): Buffer =>
    context.switchToHttp().getRequest<RawBodyRequest<Request>>().rawBody ?? Buffer.alloc(0),
);
