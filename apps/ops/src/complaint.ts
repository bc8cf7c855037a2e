import { Explained, wordsOf } from '@ayni/kernel';
import { errorCode } from '@ayni/processes/error-code';
import { speaker, type Sentence } from './translations.js';

/** Why an operator's command was not done, as a sentence for people. */
export class Complaint extends Explained {
  constructor(
    readonly sentence: Sentence,
    values: Readonly<Record<string, string>> = {},
    cause?: unknown,
  ) {
    super({ es: speaker('es')(sentence, values), en: speaker('en')(sentence, values) }, { cause });
    this.name = 'Complaint';
  }
}

/** What a fault of the machine or of the database comes to for an operator; whatever else was thrown, as it is. */
export function complaintOf(thrown: unknown): unknown {
  if (!(thrown instanceof Error) || wordsOf(thrown) !== undefined) return thrown;
  for (const fault of [thrown, thrown.cause]) {
    const known = knownSentence(errorCode(fault));
    if (known) return new Complaint(known, { path: pathOf(fault) }, thrown);
  }
  if (thrown.name === 'AbortError') return new Complaint('interrupted', {}, thrown);
  const isAway = /Connection terminated|timeout (?:expired|exceeded)/.test(thrown.message);
  return isAway ? new Complaint('databaseAway', {}, thrown) : thrown;
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
