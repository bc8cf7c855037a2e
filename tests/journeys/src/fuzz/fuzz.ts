import fc from 'fast-check';
import type { ServiceName } from '@ayni/contracts';
import { SystemBooks } from '@ayni/testing-systems/system-books';
import type { SystemProcess } from '@ayni/testing-systems/system-process';
import { Caller } from '../caller.js';
import { goodCommands } from '../commands.js';
import { commandsApart } from '../commands-apart.js';
import { routesOf } from '../routes.js';
import { passwordOf } from '../people.js';
import { fill, setUp } from '../small-coop.js';
import { Documents, faultOf } from './documents.js';
import { requestsTo, SENDERS, type Request, type Sender } from './requests.js';
import { Stored } from './stored.js';
import { send, type Heard } from './wire.js';

/** The code of the co-op that is made for it. */
export const COOP = 'chacoma';
/** A whole request is answered sooner than so many ms, on a machine that does other things as well. */
const SLOW_MS = 10_000;
/** What was hung up on before it was answered is done by then, a password hashed or not. */
const LATE_MS = 10_000;
/** Tokens end after ten minutes. */
const SIGN_IN_AGAIN_MS = 4 * 60_000;
/** So many kinds of faults are told; there is work enough in them. */
const FAULTS_MAX = 60;

/** A fault, with the smallest request that shows it. */
export type Found = { readonly fault: string; readonly request: string };

export type Fuzzed = {
  readonly inputs: number;
  /** How often each status was answered. */
  readonly statuses: Readonly<Record<string, number>>;
  readonly found: readonly Found[];
  readonly seconds: number;
};

export type FuzzOptions = {
  readonly inputs: number;
  readonly seed: number;
  readonly tell: (line: string) => void;
};

/** Sends a running system, which has no co-op yet, requests as nobody should, and tells what it did not bear. */
export async function fuzz(system: SystemProcess, { inputs, seed, tell }: FuzzOptions): Promise<Fuzzed> {
  const began = performance.now();
  const run = await fill(await setUp(system, COOP), COOP);
  const [books, documents, routes] = [
    await SystemBooks.open(system),
    await Documents.of(system.url),
    await routesOf(system.url),
  ];
  const tokens = new Tokens(system.url);
  const stored = new Stored(books);
  const commands = [...goodCommands({ coop: COOP, password: passwordOf(COOP), run }), ...commandsApart(COOP)].map(
    (command) => (command.route.endsWith('/closing') ? { ...command, body: { season: 'another' } } : command),
  );
  const known = new Set(commands.map(({ route }) => route));
  const unknown = routes.filter(({ name, method }) => method !== 'GET' && !known.has(name));
  if (unknown.length > 0) throw new Error(`No command is known of ${unknown.map(({ name }) => name).join(', ')}`);
  const world = { host: new URL(system.url).host, run, routes, commands, tokenOf: (who: Sender) => tokens.of(who) };
  const statuses: Record<string, number> = {};
  const found: Found[] = [];
  const told = new Set<string>();
  let asked = 0;
  let hungUpAt = Number.NEGATIVE_INFINITY;

  /** Sends a request that was refused once more, since what was stored may be of another that was done late. */
  const storesAgain = async (service: ServiceName, { bytes, isWhole }: Request): Promise<string | undefined> => {
    stored.forget();
    await stored.note(service);
    await send(system.url, bytes, isWhole);
    return stored.changed(service);
  };

  const check = async (request: Request): Promise<void> => {
    asked += 1;
    if (await tokens.keep()) stored.forget();
    if (asked % 1_000 === 0) tell(`${asked} inputs, ${found.length} faults`);
    const { service, method } = request;
    if (service !== undefined) await stored.note(service);
    const { heard, ms } = await send(system.url, request.bytes, request.isWhole);
    statuses[heard?.status ?? 'none'] = (statuses[heard?.status ?? 'none'] ?? 0) + 1;
    const isRefused = heard !== undefined && heard.status >= 400;
    let changed = isRefused && service !== undefined ? await stored.changed(service) : undefined;
    if (changed !== undefined && service !== undefined && performance.now() - hungUpAt < LATE_MS)
      changed = await storesAgain(service, request);
    if (!isRefused && method !== 'GET') stored.forget();
    if (!request.isWhole && method !== 'GET') hungUpAt = performance.now();
    if (heard?.status === 401 && (await tokens.renew())) stored.forget();
    const fault =
      wrongWith(request, heard, ms) ?? (changed === undefined ? undefined : `refused, and stored: ${changed}`);
    if (fault === undefined) return;
    const name = `${request.route?.name ?? (request.isWhole ? 'no route' : 'raw')}: ${fault}`;
    if (!told.has(name)) throw new Fault(name);
  };

  const wrongWith = ({ route, isWhole, method }: Request, heard: Heard | undefined, ms: number): string | undefined => {
    if (!heard) return isWhole ? 'no answer' : undefined;
    if (isWhole && ms > SLOW_MS) return `an answer after ${Math.round(ms / 1_000)} s`;
    return route ? documents.faultOfRoute(route, heard) : faultOf(heard, method);
  };

  await tokens.renew();
  for (let n = 0; asked < inputs && found.length < FAULTS_MAX; n += 1) {
    const property = fc.asyncProperty(requestsTo(world), check);
    const details = await fc.check(property, { seed: seed + n, numRuns: inputs - asked });
    if (!details.failed) break;
    const { errorInstance: error, counterexample } = details;
    if (!(error instanceof Fault) || !counterexample) throw error;
    told.add(error.message);
    found.push({ fault: error.message, request: shown(counterexample[0].bytes) });
    tell(`FAULT ${error.message}`);
  }
  const alive = await new Caller(system.url).get('/health/ready');
  if (alive.status !== 200) found.push({ fault: `the system is not ready any more: ${alive.text}`, request: '' });
  return { inputs: asked, statuses, found, seconds: Math.round((performance.now() - began) / 1_000) };
}

/** Another address than the one from which passwords are guessed. */
const ELSEWHERE = { 'x-forwarded-for': '203.0.113.9' };

class Fault extends Error {}

/** Tokens that hold: some requests end the sessions of who sends them. */
class Tokens {
  private readonly tokens = new Map<Sender, string>();
  private renewedAt = 0;

  constructor(private readonly url: string) {}

  of(sender: Sender): string | undefined {
    return this.tokens.get(sender);
  }

  /** @returns whether somebody was signed in again */
  async keep(): Promise<boolean> {
    return performance.now() - this.renewedAt > SIGN_IN_AGAIN_MS && this.renew();
  }

  /** Looks which hold no longer, and signs those users in again. @returns whether there were any */
  async renew(): Promise<boolean> {
    let anew = false;
    const isOld = performance.now() - this.renewedAt > SIGN_IN_AGAIN_MS;
    for (const user of SENDERS) {
      if (user === 'nobody') continue;
      const holds = !isOld && (await new Caller(this.url, this.of(user)).get('/api/members/v1/coop')).status === 200;
      if (holds) continue;
      const body = { coop: COOP, user, password: passwordOf(COOP) };
      const reply = await new Caller(this.url).ask('POST', '/api/members/v1/sessions', { body, headers: ELSEWHERE });
      if (reply.status !== 201) throw new Error(`${user} cannot sign in any more: ${reply.text}`);
      this.tokens.set(user, reply.body.field('token').text);
      anew = true;
    }
    if (isOld) this.renewedAt = performance.now();
    return anew;
  }
}

/** Bytes as a text that can be read and sent again; the token that stood in them has ended. */
const shown = (bytes: Buffer): string =>
  JSON.stringify(bytes.toString('latin1').replace(/Bearer [\w-]+\.[\w-]+\.[\w-]+/, 'Bearer TOKEN')).slice(0, 3_000);
