import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { catalogue, Refusal, type RefusalCode } from '@ayni/kernel';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { Refusals } from './refusals.js';
import { wellFormed } from './well-formed.js';

const RULES = { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true, stopAtFirstError: true };

/** Checks bodies and queries by their class: a field that is not named, or is of another type, is refused. */
export const validation = (): ValidationPipe =>
  new ValidationPipe({ ...RULES, transform: true, exceptionFactory: (errors) => refused(errors) });

/** What a client sent, as the class that it must be. @throws Refusals for the fields that are not so */
export function checked<Body extends object>(type: new () => Body, sent: unknown): Body {
  if (typeof sent !== 'object' || sent === null || Array.isArray(sent)) throw refused([]);
  const read = wellFormed(type, sent);
  if (read) return read;
  refuseReserved(sent, '');
  const body = plainToInstance(type, sent);
  const errors = validateSync(body, RULES);
  if (errors.length > 0) throw refused(errors);
  return body;
}

/** Names that every object has already: no field is called so, and who reads objects stumbles over them. */
const RESERVED = new Set(['constructor', 'prototype', '__proto__']);

/** @throws Refusal `unknown-field` where something that was sent has a reserved name */
function refuseReserved(value: unknown, pointer: string): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [field, held] of Object.entries(value)) {
    if (RESERVED.has(field)) throw new Refusal('unknown-field', `${pointer}/${field}`, { field });
    refuseReserved(held, `${pointer}/${field}`);
  }
}

function refused(errors: readonly ValidationError[]): Refusals {
  const [first = new Refusal('bad-request', '', { detail: 'not an object' }), ...rest] = refusalsOf(errors, '');
  return new Refusals([first, ...rest]);
}

function* refusalsOf(errors: readonly ValidationError[], path: string): Generator<Refusal> {
  for (const error of errors) {
    const pointer = `${path}/${error.property.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    for (const [constraint, detail] of Object.entries(error.constraints ?? {}))
      yield constraint === 'whitelistValidation'
        ? new Refusal('unknown-field', pointer, { field: error.property })
        : new Refusal(isCode(constraint) ? constraint : 'bad-field', pointer, { detail });
    yield* refusalsOf(error.children ?? [], pointer);
  }
}

/** Checks that read with a parser of the kernel are named by its code. */
const isCode = (code: string): code is RefusalCode => Object.hasOwn(catalogue, code);
