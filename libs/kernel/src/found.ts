import { Refusal } from './refusal.js';
import type { Thing } from './words/kinds.js';

/** What a request names is not there: `what` says what it would be, such as `season`. */
export const notFound = (what: Thing, code?: string): Refusal =>
  new Refusal('not-found', '', { what, code: code === undefined ? '' : ` ${code}` });

/** The value that was looked for. @throws Refusal `not-found` where there is none */
export function found<Value>(value: Value | undefined, what: Thing, code: string): Value {
  if (value === undefined) throw notFound(what, code);
  return value;
}
