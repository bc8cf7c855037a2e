import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { catalogue, Refusal, type RefusalCode } from '@ayni/kernel';
import { Refusals } from './refusals.js';

const TOLD_MAX = 20;

/** Checks bodies and queries by their class: a field that is not named, or is of another type, is refused. */
export const validation = (): ValidationPipe =>
  new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    stopAtFirstError: true,
    exceptionFactory: (errors) => {
      const [first = new Refusal('bad-request', '', { detail: 'not an object' }), ...rest] = [
        ...refusalsOf(errors, ''),
      ];
      return new Refusals([first, ...rest.slice(0, TOLD_MAX - 1)]);
    },
  });

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
