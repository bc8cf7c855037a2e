import type { Answer } from '@ayni/api-client/answer';
import { Caller, type Reply } from '../caller.js';
import { routesOf, type Route } from '../routes.js';
import { passwordOf } from '../people.js';
import { OTHER, RICH } from './fill-books.js';

/** A question to the API, and what was answered. */
export type Answered = {
  readonly coop: string;
  readonly user: string;
  readonly path: string;
  /** The table's lines where it was CSV, and the code of a "no". */
  readonly answer: unknown;
};

/** Who asks: an officer of each co-op, and who may read less. */
const ASKERS = [
  { coop: RICH, user: 'first' },
  { coop: RICH, user: 'martina' },
  { coop: RICH, user: 'integrator' },
  { coop: OTHER, user: 'first' },
] as const;

/** What is asked of a route beside, or instead of, the plain question: the answer must not depend on the day of asking. */
const QUERIES: Readonly<Record<string, readonly string[]>> = {
  '/api/inventory/v1/stock': ['on=2024-07-10', 'on=2025-03-10', 'on=2025-12-31'],
  '/api/inventory/v1/lots': ['', 'on=2024-09-15', 'product=EGG'],
  '/api/inventory/v1/movements': ['', 'product=EGG', 'from=2025-01-01&to=2025-06-30'],
  '/api/profit-sharing/v1/ledger/balances': ['on=2024-12-31', 'on=2025-06-30', 'on=2025-12-31'],
  '/api/profit-sharing/v1/ledger/entries': ['', 'source=sale', 'from=2024-04-01&to=2024-04-30'],
  '/api/sales/v1/sales/totals': ['by=day', 'by=market', 'by=product', 'by=day&from=2025-01-01&to=2025-06-30'],
};

/** Of one command only; what came of a command is asked where it is sent. */
const LEFT_OUT = '/commands/{id}';

/** Asks all that everybody may read. */
export async function askEverything(url: string): Promise<Answered[]> {
  const routes = (await routesOf(url)).filter(({ method, path }) => method === 'GET' && !path.endsWith(LEFT_OUT));
  const answers: Answered[] = [];
  for (const [i, asker] of ASKERS.entries()) {
    const caller = await signIn(url, asker);
    for (const route of routes)
      for (const path of await pathsOf(route, caller)) {
        const reply = await caller.get(path);
        // who may read what stands in a journey of its own
        if (reply.status === 403) continue;
        answers.push({ ...asker, path, answer: answerOf(path, reply) });
        if (i > 0 || !isList(reply.body)) continue;
        const table = { ...asker, path: `${path}${path.includes('?') ? '&' : '?'}format=csv` };
        answers.push({ ...table, answer: answerOf(table.path, await caller.get(named(table.path))) });
      }
  }
  return answers;
}

/** Asks the same once more. */
export async function askAgain(url: string, before: readonly Answered[]): Promise<Answered[]> {
  const answers: Answered[] = [];
  for (const asker of ASKERS) {
    const caller = await signIn(url, asker);
    for (const { coop, user, path } of before)
      if (coop === asker.coop && user === asker.user)
        answers.push({ ...asker, path, answer: answerOf(path, await caller.get(named(path))) });
  }
  return answers;
}

/** Columns are compared by the names of their fields. */
const named = (path: string): string => path.replace('format=csv', 'format=csv&headers=names');

const signIn = (url: string, { coop, user }: { coop: string; user: string }): Promise<Caller> =>
  Caller.signIn(url, coop, user, passwordOf(coop));

const isList = (body: Answer): boolean => Array.isArray(body.field('items').value) && 'next' in Object(body.value);

function answerOf(path: string, { status, headers, text, body }: Reply): unknown {
  if (status === 404) return { refused: body.field('code').text };
  if (status !== 200) throw new Error(`${path} was answered ${status}: ${text}`);
  if (headers.get('content-type')?.startsWith('text/csv')) return text.trimEnd().split('\n');
  if (isList(body) && body.field('next').value !== null) throw new Error(`${path} has more than one page`);
  return body.value;
}

/** A route's paths, one for each record that its list has. */
async function pathsOf({ path, query }: Route, caller: Caller): Promise<string[]> {
  let paths = [path];
  // such as /members/{number}
  for (const [open] of path.matchAll(/\/[a-z]+\/\{\w+\}/g)) {
    const codes = await codesOf(path, open, caller);
    paths = codes.flatMap((code) => paths.map((each) => each.replace(/\{\w+\}/, encodeURIComponent(code))));
  }
  const limit = query.find(({ name }) => name === 'limit')?.shape;
  const most = limit?.kind === 'whole' ? `limit=${limit.max}` : '';
  return paths.flatMap((each) =>
    (QUERIES[path] ?? ['']).map((asked) => {
      const whole = [asked, most].filter((part) => part !== '').join('&');
      return whole === '' ? each : `${each}?${whole}`;
    }),
  );
}

/** What may stand in such an open place: what the list of that name has, in the service that has it. */
async function codesOf(path: string, open: string, caller: Caller): Promise<string[]> {
  const [, list = '', field = ''] = /^\/([a-z]+)\/\{(\w+)\}$/.exec(open) ?? [];
  const owner = list === 'members' || list === 'households' ? 'members' : path.split('/')[2];
  const { status, text, body } = await caller.get(`/api/${owner}/v1/${list}?limit=500`);
  if (status === 403) return [];
  if (status !== 200) throw new Error(`${list} of ${owner} was answered ${status}: ${text}`);
  return body.field('items').list.map((item) => item.field(field).text);
}
