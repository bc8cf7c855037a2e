import { hash } from 'node:crypto';
import { createParamDecorator, type ExecutionContext, type RawBodyRequest } from '@nestjs/common';
import { Refusal } from '@ayni/kernel';
import type { Request, Response } from 'express';
import { principalOf } from '../auth/auth.guard.js';
import type { Principal } from '../auth/principal.js';

/** A request that changes something: who sent it, and the key and the print by which a repeat is known. */
export type CommandRequest = {
  readonly principal: Principal;
  readonly idempotencyKey: string;
  /** Of method, path and body as they came. */
  readonly print: string;
  /** Tells the client that this answer was given before. */
  readonly sayReplayed: () => void;
};

/**
 * Hands a handler the request as a command. Without a body of its own, a command is refused one that says something:
 * what is asked for is never overlooked.
 * @throws Refusal `idempotency-key-missing`, `bad-request`, `unknown-field`
 */
export const Command = createParamDecorator((options: CommandOptions | undefined, context): CommandRequest => {
  if (options?.bodiless) refuseBody(context.switchToHttp().getRequest<Request>().body);
  return commandOf(context);
});

/** @throws Refusal `idempotency-key-missing` */
export function commandOf(context: ExecutionContext): CommandRequest {
  const request = context.switchToHttp().getRequest<RawBodyRequest<Request>>();
  const idempotencyKey = request.headers['idempotency-key'];
  if (typeof idempotencyKey !== 'string' || !/^[\x21-\x7e]{1,255}$/.test(idempotencyKey))
    throw new Refusal('idempotency-key-missing');
  const head = `${request.method} ${request.originalUrl}\n`;
  const print = hash('sha256', Buffer.concat([Buffer.from(head), request.rawBody ?? Buffer.alloc(0)]), 'base64url');
  const response = context.switchToHttp().getResponse<Response>();
  const sayReplayed = (): void => void response.setHeader('Idempotent-Replay', 'true');
  return { principal: principalOf(request), idempotencyKey, print, sayReplayed };
}

type CommandOptions = { readonly bodiless: boolean };

/** @throws Refusal `bad-request`, `unknown-field` where a body says something */
export function refuseBody(body: unknown = {}): void {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new Refusal('bad-request', '', { detail: 'not an object' });
  const [field] = Object.keys(body);
  if (field !== undefined) throw new Refusal('unknown-field', `/${field.slice(0, 64)}`, { field: field.slice(0, 64) });
}

/** The version that the client read, from If-Match. @throws Refusal `if-match-missing` */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const header = context.switchToHttp().getRequest<Request>().headers['if-match'];
  const version = /^"?(\d{1,9})"?$/.exec(header ?? '')?.[1];
  if (version === undefined) throw new Refusal('if-match-missing');
  return Number(version);
});
