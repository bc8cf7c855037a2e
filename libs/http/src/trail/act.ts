import { SetMetadata, type ExecutionContext } from '@nestjs/common';
import { fieldOf } from '@ayni/kernel';
import type { Request } from 'express';
import { sourceOf } from '../source.js';

const SENSITIVE_KEY = 'ayni:sensitive';
/** Where the documents of the API keep the name of an operation. */
const OPERATION_KEY = 'swagger/apiOperation';
/** What the trail never repeats, and what stands there: that a password was given is told. */
const HIDDEN = '…';
const SECRET = new Set(['password', 'current', 'key', 'setupCode']);

/** What somebody asked for that has to be found again: which operation, of what, with what, from where. */
export type Act = {
  /** The name of the operation, such as `users.change`. */
  readonly act: string;
  /** What stands in its path; else what the rows that were sent are called. */
  readonly subject: string;
  /** What was sent, as JSON text, without what is secret. */
  readonly told: string;
  readonly source: string;
};

/** A command whose every doing stands in the co-op's trail. */
export const Sensitive = (): MethodDecorator => SetMetadata(SENSITIVE_KEY, true);

/** What a request of a sensitive command says of itself; nothing of another. */
export function actOf(context: ExecutionContext): Act | undefined {
  const handler = context.getHandler();
  if (Reflect.getMetadata(SENSITIVE_KEY, handler) !== true) return undefined;
  const { params, body, ip = '' } = context.switchToHttp().getRequest<Request>();
  const operation: unknown = Reflect.getMetadata(OPERATION_KEY, handler);
  return {
    act: String(fieldOf(operation, 'operationId')),
    subject: Object.values(params).join('/') || namesIn(body),
    told: JSON.stringify(body ?? {}, (field, value: unknown) => (SECRET.has(field) ? HIDDEN : value)),
    source: sourceOf(ip),
  };
}

/** Fields by which people know what was sent, the first that is there. */
const NAMES = ['code', 'number', 'name', 'user'];
const PRINTABLE = /^[^\p{C}]{1,100}$/u;
const MOST_NAMED = 3;

/** What is sent where the path names nothing, by its names: the first of many rows stand for all. */
function namesIn(body: unknown): string {
  const sent = fieldOf(body, 'rows');
  const rows: readonly unknown[] = Array.isArray(sent) ? sent : [body];
  const names = rows.slice(0, MOST_NAMED).flatMap((row) => {
    const name = NAMES.map((field) => fieldOf(row, field)).find((value) => value !== undefined);
    return typeof name === 'string' && PRINTABLE.test(name) ? [name] : [];
  });
  return [...names, ...(rows.length > MOST_NAMED ? ['…'] : [])].join(', ');
}
