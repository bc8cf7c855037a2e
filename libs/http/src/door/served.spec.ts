import { afterAll, expect, test } from '@jest/globals';
import express from 'express';
import { Door } from './door.js';
import { letServe, ServedRequest, ServedResponse } from './served.js';

const forms: (object | null)[][] = [];

/** An application that answers with its name, as Express reads it of the request and of the answer. */
function applicationOf(name: string): ReturnType<typeof letServe> {
  const application = express();
  application.set('name', name);
  application.use((request, response) => {
    forms.push([Reflect.getPrototypeOf(request), Reflect.getPrototypeOf(response)]);
    response.json({ request: request.app.get('name'), response: response.app.get('name'), asked: request.query });
  });
  return letServe(application);
}

const [one, other] = [applicationOf('one'), applicationOf('other')];
const door = new Door((request, response) => (request.url === '/one' ? one : other)(request, response));

afterAll(() => door.close());

test('a request keeps its form on its way through Express, whichever application answers it', async () => {
  const port = await door.listen(0, '127.0.0.1');
  const answer = async (path: string): Promise<unknown> => (await fetch(`http://127.0.0.1:${port}${path}`)).json();
  expect(await answer('/one')).toEqual({ request: 'one', response: 'one', asked: {} });
  expect(await answer('/other?a=b')).toEqual({ request: 'other', response: 'other', asked: { a: 'b' } });
  const form = [ServedRequest.prototype, ServedResponse.prototype];
  expect(forms.map(([request, response]) => [request === form[0], response === form[1]])).toEqual([
    [true, true],
    [true, true],
  ]);
});
