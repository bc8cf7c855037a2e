import { catalogue, type RefusalCode } from './catalogue.js';
import type { RefusalKind } from './catalogue/refuse.js';
import { filled } from './filled.js';
import { sayIn } from './language.js';
import type { Fault } from './words/faults.js';
import type { Thing } from './words/kinds.js';
import type { Language, Translated } from './translated.js';

/**
 * The values of its text, those with words of their own in both languages; what was wrong in `detail` is said by a code, so
 * is what something would be in `what`: people read both in their language.
 */
type RefusalValues = Readonly<Record<string, string | Translated>> & { readonly detail?: Fault; readonly what?: Thing };

const valuesIn = (language: Language, values: RefusalValues): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? value : value[language]]),
  );

/**
 * An expected "no": a stable code, the place in the request (a JSON pointer) and the values that the
 * text of the catalogue names. Broken invariants are plain errors, never refusals.
 */
export class Refusal extends Error {
  readonly kind: RefusalKind;

  constructor(
    readonly code: RefusalCode,
    readonly pointer: string = '',
    readonly values: RefusalValues = {},
  ) {
    super(refusalText(code, 'en', { field: lastNameOf(pointer), ...valuesIn('en', values) }));
    this.name = 'Refusal';
    this.kind = catalogue[code].kind;
  }

  /** Its sentence, in which `field` is the last name of the pointer where nothing else was given. */
  text(language: Language): string {
    return refusalText(this.code, language, { field: lastNameOf(this.pointer), ...valuesIn(language, this.values) });
  }
}

/** What is said of a field that is not there, by whatever code: how it is written is the second question. */
const MISSING: Translated = { es: 'Falta el dato «{field:field}».', en: 'The field «{field:field}» is missing.' };

/** The sentence of the catalogue for `code`, with `{name}` replaced from `values`. */
export function refusalText(
  code: RefusalCode,
  language: Language,
  values: Readonly<Record<string, string>> = {},
): string {
  const text = values['detail'] === 'missing' ? MISSING : catalogue[code];
  return filled(text[language], values, sayIn(language));
}

/** The last step of a pointer that is no place in a list. */
const lastNameOf = (pointer: string): string =>
  pointer
    .split('/')
    .filter((step) => !/^\d*$/.test(step))
    .at(-1) ?? '';
