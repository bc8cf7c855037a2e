import { Refusal } from './refusal.js';
import { Refusals } from './refusals.js';
import type { Language, Translated } from './translated.js';

/**
 * What is not as it should be on a machine or in what came from others, in a sentence for whoever looks after the
 * system. What a request may not do is a refusal; a broken invariant is a plain error.
 */
export class Explained extends Error {
  constructor(
    readonly text: Translated,
    options?: ErrorOptions,
  ) {
    super(text.en, options);
    this.name = 'Explained';
  }
}

/** What was thrown in words for people; undefined where it is a fault of a program, which has none. */
export function wordsOf(thrown: unknown): Translated | undefined {
  if (thrown instanceof Explained) return thrown.text;
  const refusals = thrown instanceof Refusals ? thrown.refusals : thrown instanceof Refusal ? [thrown] : undefined;
  if (refusals === undefined) return undefined;
  const textIn = (language: Language): string => refusals.map((refusal) => refusal.text(language)).join(' ');
  return { es: textIn('es'), en: textIn('en') };
}

/** What was thrown, as it is said to people in their language; the words of a program stay as they are. */
export const sentenceOf = (thrown: unknown, language: Language): string =>
  wordsOf(thrown)?.[language] ?? (thrown instanceof Error ? thrown.message : String(thrown));
