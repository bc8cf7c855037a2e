import { parseAmount } from '@ayni/kernel';
import type { Answer } from '@ayni/api-client/answer';

/** An amount of an answer, a loss with its minus. */
export const centavos = ({ text }: Answer): bigint =>
  text.startsWith('-') ? -parseAmount(text.slice(1)) : parseAmount(text);

/** What one field comes to over several answers. */
export const sum = (answers: readonly Answer[], field: string): bigint =>
  answers.reduce((total, answer) => total + centavos(answer.field(field)), 0n);
