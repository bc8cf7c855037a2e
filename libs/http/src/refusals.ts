import type { Refusal } from '@ayni/kernel';

/** Several refusals of one request, such as one for each field that is wrong. */
export class Refusals extends Error {
  constructor(readonly refusals: readonly [Refusal, ...Refusal[]]) {
    super(refusals.map(({ message }) => message).join(' '));
    this.name = 'Refusals';
  }
}
