import type { IncomingMessage, ServerResponse } from 'node:http';
import { isFromHere, refuse, reply } from '@ayni/http/door/door';
import { pathOf } from '@ayni/http/door/path-of';
import type { ExampleState } from './example-books.js';

const PATH = '/api/example';
const METHODS = ['GET', 'POST', 'DELETE'];

/** What can be asked of an example: one beside the books, or the books themselves. */
export type AskedExample = {
  readonly state: ExampleState;
  open(): void;
  remove(): Promise<void>;
};

/**
 * Answers whoever stands before the machine and asks for the example: `GET` what there is of it, `POST` opens it,
 * `DELETE` takes all of it away. Nobody is signed in for it: it is no co-op's.
 * @returns whether it was asked for
 */
export function answerExample(books: AskedExample, request: IncomingMessage, response: ServerResponse): boolean {
  const { method = '' } = request;
  if (pathOf(request) !== PATH || !METHODS.includes(method)) return false;
  // a page of others can send no header of its own
  const isMeant = method === 'GET' || request.headers['x-ayni'] === '1';
  if (!isFromHere(request) || !isMeant) refuse(request, response, 403, 'for-operator');
  else if (method === 'GET') answer(books, response);
  else if (method === 'POST') {
    books.open();
    answer(books, response);
  } else
    books.remove().then(
      () => answer(books, response),
      () => refuse(request, response, 500, 'internal'),
    );
  return true;
}

const answer = (books: AskedExample, response: ServerResponse): void =>
  reply(response, 200, 'application/json', JSON.stringify(books.state));
