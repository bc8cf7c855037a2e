import { wordFor } from '@ayni/kernel';
import { SPANISH_NOTES } from './spanish-notes.js';
import { SPANISH_NOUNS, SPANISH_VERBS } from './spanish-operations.js';

/** A text of the description in both languages; one that has no Spanish stays as it is. */
export function inBoth(english: string): string {
  const spanish = SPANISH_NOTES.get(english);
  return spanish === undefined ? english : `${spanish} · ${english}`;
}

/** `grant-receipts.record` is "Registrar recibos de donaciones · Record grant receipts". */
export function summaryOf(operation: string): string {
  const [noun = '', verb = ''] = operation.split('.');
  const said = `${verb} ${noun}`.replaceAll('-', ' ').trim();
  const english = said.charAt(0).toUpperCase() + said.slice(1);
  const spanishNoun = SPANISH_NOUNS.get(noun) ?? wordFor('list', noun, 'es')?.toLowerCase();
  const spanishVerb = SPANISH_VERBS.get(verb);
  return spanishNoun === undefined || spanishVerb === undefined
    ? english
    : `${spanishVerb} ${spanishNoun} · ${english}`;
}

/** Has every description below `part` that is not said in both languages yet be so. */
export function describeInBoth(part: unknown): void {
  if (typeof part !== 'object' || part === null) return;
  for (const [name, value] of Object.entries(part))
    if (name === 'description' && typeof value === 'string') Reflect.set(part, name, inBoth(value));
    else describeInBoth(value);
}
