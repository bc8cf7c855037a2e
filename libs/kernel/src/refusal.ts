import { catalogue, type RefusalCode } from './catalogue.js';
import { filled, type Language } from './language.js';

/** Why a request cannot be done, in the words of the door that will answer it. */
export type RefusalKind =
  | 'invalid' // the request itself is wrong
  | 'unauthenticated' // nobody is signed in
  | 'forbidden' // signed in, but this is not theirs to do
  | 'unknown' // it names something that is not there
  | 'conflict' // it contradicts what is there
  | 'stale' // it was made from an older state
  | 'limited' // too often in too short a time
  | 'unavailable'; // try again later

/**
 * An expected "no": a stable code, the place in the request (a JSON pointer) and the values that the
 * text of the catalogue names. Broken invariants are plain errors, never refusals.
 */
export class Refusal extends Error {
  readonly kind: RefusalKind;

  constructor(
    readonly code: RefusalCode,
    readonly pointer: string = '',
    readonly values: Readonly<Record<string, string>> = {},
  ) {
    super(refusalText(code, 'en', values));
    this.name = 'Refusal';
    this.kind = catalogue[code].kind;
  }
}

/** The sentence of the catalogue for `code`, with `{name}` replaced from `values`. */
export function refusalText(
  code: RefusalCode,
  language: Language,
  values: Readonly<Record<string, string>> = {},
): string {
  return filled(catalogue[code][language], values);
}
