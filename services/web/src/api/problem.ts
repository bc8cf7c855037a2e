import { fieldOf } from '@ayni/kernel';

/** One thing that is wrong with what was sent. */
export type Fault = {
  readonly code: string;
  /** Where in the body, as a JSON pointer; empty where it is about no part of it. */
  readonly pointer: string;
  readonly detail: string;
};

/**
 * Why the system did not do what it was asked: a refusal in its own words, or that it could not be reached
 * (`unreachable`: whether it did it is then not known).
 */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly faults: readonly Fault[],
    readonly requestId: string,
  ) {
    super(detail);
    this.name = 'Problem';
  }

  /** The same may be asked again: nothing was refused, only not answered. */
  get passes(): boolean {
    return this.status === 0 || this.status === 408 || this.status === 429 || this.status >= 500;
  }

  static unreachable(): Problem {
    return new Problem(0, 'unreachable', '', [], '');
  }

  /** @param body what was answered; anything but a problem counts as no answer of ours (a hotel's sign-in page, say) */
  static of(status: number, body: unknown): Problem {
    const text = (of: unknown, name: string): string => {
      const value = fieldOf(of, name);
      return typeof value === 'string' ? value : '';
    };
    const code = text(body, 'code');
    if (code === '') return Problem.unreachable();
    const errors = fieldOf(body, 'errors');
    const all: readonly unknown[] = Array.isArray(errors) && errors.length > 0 ? errors : [body];
    const faults = all.map((fault) => ({
      code: text(fault, 'code'),
      pointer: text(fault, 'pointer'),
      detail: text(fault, 'detail'),
    }));
    return new Problem(status, code, text(body, 'detail'), faults, text(body, 'requestId'));
  }
}
