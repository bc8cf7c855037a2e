import { fieldOf, jsonOf, wordsOf, type Language, type Translated } from '@ayni/kernel';

const REASON_MAX = 1_000;

/** Why an event is held back behind one that failed. */
export const BEHIND: Translated = {
  es: 'detrás de un evento anterior de su agregado',
  en: 'behind an earlier event of its aggregate',
};

/** Whatever was thrown, as an error. */
export const asError = (thrown: unknown): Error =>
  thrown instanceof Error ? thrown : new Error(typeof thrown === 'object' ? JSON.stringify(thrown) : String(thrown));

/** What an error says to operators; the words of a program or of the database are quoted as they are. */
export const reasonOf = (error: Error): Translated =>
  wordsOf(error) ?? { es: `falló el programa: «${error.message}»`, en: error.message };

/** A reason as it is kept: it may quote whatever bytes were stumbled over. */
export const storedReason = ({ es, en }: Translated): string => JSON.stringify({ es: fit(es), en: fit(en) });

const fit = (text: string): string => text.replace(/[\p{Cc}\p{Cs}]/gu, ' ').slice(0, REASON_MAX);

/** A kept reason in a language; those of books before reasons were kept in both are in English alone. */
export function readReason(stored: string, language: Language): string {
  if (!stored.startsWith('{')) return stored;
  const text = fieldOf(jsonOf(stored), language);
  return typeof text === 'string' ? text : stored;
}
