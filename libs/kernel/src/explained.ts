import { Refusal } from './refusal.js';
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

/** What was thrown, as it is said to people in their language; the words of a program stay as they are. */
export function sentenceOf(thrown: unknown, language: Language): string {
  if (thrown instanceof Explained) return thrown.text[language];
  if (thrown instanceof Refusal) return thrown.text(language);
  return thrown instanceof Error ? thrown.message : String(thrown);
}
