import { Answer } from './answer.js';

/** A "no" of the API (RFC 9457), in words that say where to look. */
export class ApiProblem extends Error {
  private constructor(
    readonly status: number,
    /** The stable code of the refusal, such as `code-taken`. */
    readonly code: string,
    /** What of the request is wrong, such as `/coop/name`; empty where it is no part of it. */
    readonly pointer: string,
    readonly detail: string,
    message: string,
  ) {
    super(message);
    this.name = 'ApiProblem';
  }

  static of(request: string, status: number, body: unknown, sent: unknown): ApiProblem {
    const problem = new Answer(body, 'problem');
    const part = (name: string): string => {
      const { value } = problem.field(name);
      return typeof value === 'string' ? value : '';
    };
    const pointer = part('pointer');
    const row = rowAt(pointer, sent);
    const place = pointer === '' ? '' : ` at ${pointer}${row === undefined ? '' : ` (${row})`}`;
    const code = part('code') || `status-${status}`;
    const detail = part('detail') || code;
    return new ApiProblem(status, code, pointer, detail, `${request} was refused${place}: ${detail}`);
  }
}

/** The sent row that `/rows/17/…` points into, so that a person finds it in her file. */
function rowAt(pointer: string, sent: unknown): string | undefined {
  const index = /^\/rows\/(\d+)/.exec(pointer)?.[1];
  if (index === undefined) return undefined;
  const row: unknown = new Answer(sent, '').field('rows').field(index).value;
  return row === undefined ? undefined : JSON.stringify(row).slice(0, 200);
}
