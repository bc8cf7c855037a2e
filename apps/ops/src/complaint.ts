import { Explained, Refusal, sentenceOf as wordsOf, type Language } from '@ayni/kernel';
import { errorCode } from '@ayni/processes/error-code';
import type { Say, Sentence } from './translations.js';

/** Why an operator's command was not done, as a sentence for people. */
export class Complaint extends Error {
  constructor(
    readonly sentence: Sentence,
    readonly values: Readonly<Record<string, string>> = {},
    cause?: unknown,
  ) {
    super(sentence, { cause });
    this.name = 'Complaint';
  }
}

/** What an error says to an operator: one sentence, whatever it was. */
export function sentenceOf(error: unknown, say: Say, language: Language): string {
  if (error instanceof Complaint) return say(error.sentence, error.values);
  if (error instanceof Refusal || error instanceof Explained) return wordsOf(error, language);
  if (!(error instanceof Error)) return String(error);
  for (const fault of [error, error.cause]) {
    const known = knownSentence(errorCode(fault));
    if (known) return say(known, { path: pathOf(fault) });
  }
  if (error.name === 'AbortError') return say('interrupted');
  return /Connection terminated|timeout (?:expired|exceeded)/.test(error.message) ? say('databaseAway') : error.message;
}

function knownSentence(code: string): Sentence | undefined {
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
    case '53100':
      return 'noSpace';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'notAllowed';
    case 'ENOENT':
    case 'ENOTDIR':
      return 'notFound';
    case '28P01':
    case '28000':
      return 'wrongPassword';
    case 'ECONNREFUSED':
    case 'ECONNRESET':
    case 'EPIPE':
    case 'ENOTFOUND':
    case 'ETIMEDOUT':
    case '57P01':
    case '57P02':
    case '57P03':
      return 'databaseAway';
    default:
      return undefined;
  }
}

const pathOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'path' in error ? String(error.path) : '';
