import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { catalogue, isThere, Refusal, Refusals, type RefusalCode } from '@ayni/kernel';
import { validateSync, type ValidationError } from 'class-validator';
import { abridged } from './abridged.js';
import { faultOf } from './broken-constraint.js';
import { fieldsAskedOf, wellFormed } from './well-formed.js';

const RULES = { forbidUnknownValues: false, stopAtFirstError: true };

/** Checks bodies and queries by their class: a field that is not named, or is of another type, is refused. */
@Injectable()
export class Checked implements PipeTransform {
  transform(sent: unknown, { type, metatype }: ArgumentMetadata): unknown {
    const isChecked = (type === 'body' || type === 'query') && metatype !== undefined && !UNCHECKED.has(metatype);
    return isChecked ? checked(metatype, sent) : sent;
  }
}

/** What is no class of ours: what events bring to a handler is checked by the inbox. */
const UNCHECKED = new Set<unknown>([String, Boolean, Number, Array, Object]);

/**
 * What a client sent, as the class that it must be. What that costs grows with what was sent and no faster: of what is
 * wrong no more is looked at than is told.
 * @throws Refusals for the fields that are not so
 */
export function checked<Body extends object>(type: new () => Body, sent: unknown): Body {
  if (typeof sent !== 'object' || sent === null || Array.isArray(sent) || fieldsAskedOf(type).size === 0)
    throw refused([]);
  const read = wellFormed(type, sent);
  if (read) return read;
  refuseReserved(sent, '');
  const { body, unknown, whole } = abridged(type, sent);
  const errors = validateSync(body, RULES);
  if (unknown.length > 0 || errors.length > 0) throw refused(errors, unknown);
  const all = whole();
  const missed = all === body ? [] : validateSync(all, RULES);
  if (missed.length > 0) throw refused(missed);
  return all;
}

/** Names that every object has already: no field is called so, and who reads objects stumbles over them. */
const RESERVED = new Set([...Object.getOwnPropertyNames(Object.prototype), 'prototype']);

/** @throws Refusal `unknown-field` where something that was sent has a reserved name */
function refuseReserved(value: unknown, pointer: string): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [field, held] of Object.entries(value)) {
    if (RESERVED.has(field)) throw new Refusal('unknown-field', `${pointer}/${field}`, { field });
    refuseReserved(held, `${pointer}/${field}`);
  }
}

function refused(errors: readonly ValidationError[], unknown: readonly Refusal[] = []): Refusals {
  const found = [...unknown, ...refusalsOf(errors, '')];
  const [first = new Refusal('bad-request', '', { detail: 'not-object' }), ...rest] = found;
  return new Refusals([first, ...rest]);
}

function* refusalsOf(errors: readonly ValidationError[], path: string): Generator<Refusal> {
  for (const error of errors) {
    const pointer = `${path}/${error.property}`;
    for (const [constraint, message] of Object.entries(error.constraints ?? {}))
      yield isMissing(error)
        ? new Refusal(isCode(constraint) ? constraint : 'bad-field', pointer, { detail: 'missing' })
        : isCode(constraint)
          ? new Refusal(constraint, pointer)
          : new Refusal('bad-field', pointer, {
              detail: error.value === '' && OF_SIGNS.has(constraint) ? 'empty' : faultOf(constraint, message),
            });
    yield* refusalsOf(error.children ?? [], pointer);
  }
}

/** Checks of how a text is made up: of one that is empty, that is all there is to say. */
const OF_SIGNS: ReadonlySet<string> = new Set(['minLength', 'matches']);

/** Whether nothing was sent of a field; null says so too. */
const isMissing = ({ value }: ValidationError): boolean => !isThere(value);

/** Checks that read with a parser of the kernel are named by its code. */
const isCode = (code: string): code is RefusalCode => Object.hasOwn(catalogue, code);
