import { readAmount } from '@ayni/kernel';
import type { Answer } from '@ayni/api-client/answer';

/** An amount of an answer, a loss with its minus. */
export const centavos = ({ text }: Answer): bigint => readAmount(text, 2);

/** What one field comes to over several answers. */
export const sum = (answers: readonly Answer[], field: string): bigint =>
  answers.reduce((total, answer) => total + centavos(answer.field(field)), 0n);
