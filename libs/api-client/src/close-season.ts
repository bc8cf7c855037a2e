import { setTimeout as pause } from 'node:timers/promises';
import type { Answer } from './answer.js';
import type { Client } from './client.js';
import { ApiProblem } from './problem.js';

/** Told while a season closes: what still lacks, in a sentence each; nothing where only the report is awaited. */
export type OnLacking = (lacking: readonly string[]) => void;

const POLL_MS = 100;
/** So long what was entered may take to be heard of everywhere. */
const HEARD_MS = 10_000;
/** So long the books may show no movement before closing is given up. */
const STILL_MS = 300_000;

/** Why a program leaves what is unfinished. */
const AS_LOADED = 'Se cerró con un programa, tal como estaba cargada.';

/**
 * Asks for the season to be closed and waits until the control totals of all services agree.
 * @throws Error where no shares come of the books then, and where nothing moves any more
 * @param reason why what is unfinished stays as it is
 */
export async function closeSeason(
  client: Client,
  season: string,
  onLacking: OnLacking = () => undefined,
  reason = AS_LOADED,
): Promise<void> {
  const path = `/api/profit-sharing/v1/seasons/${encodeURIComponent(season)}/closing`;
  await begin(client, path, { season, reason });
  let still = Date.now();
  let before = '';
  for (;;) {
    const closing = await client.get(path);
    if (closing.field('state').text === 'closed') return;
    const { value: unshared } = closing.field('unshared');
    if (typeof unshared === 'string')
      throw new Error(`The season does not close before its rules are amended: ${unshared}`);
    const now = JSON.stringify(closing.value);
    const lacking = lackingOf(closing);
    if (now !== before) {
      onLacking(lacking);
      still = Date.now();
      before = now;
    }
    if (Date.now() - still > STILL_MS)
      throw new Error(`The season does not close: ${lacking.join('; ') || 'no report'}`);
    await pause(POLL_MS);
  }
}

/** Asks again while profit-sharing has yet to hear what shares are worked out by: what was entered is on its way. */
async function begin(client: Client, path: string, asked: object): Promise<void> {
  const until = Date.now() + HEARD_MS;
  for (;;) {
    try {
      await client.post(path, asked);
      return;
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.code !== 'basis-without-entries' || Date.now() > until) throw error;
      await pause(POLL_MS);
    }
  }
}

function lackingOf(closing: Answer): string[] {
  const lacking = closing.field('lacking').list.map((lack) => {
    const [service, kind, measure] = [lack.field('service').text, lack.field('kind').text, lack.field('measure').text];
    return `${service} has applied ${shown(lack, 'applied')} of ${shown(lack, 'written')} ${measure} of ${kind}`;
  });
  const flowing = closing.field('services').list.flatMap((report) => {
    const service = report.field('service').text;
    if (report.field('reported').value === false) return [`${service} has not reported yet`];
    return ['unpublished', 'parked', 'waiting']
      .filter((state) => Number(report.field(state).value ?? 0) > 0)
      .map((state) => `${service} has ${shown(report, state)} events ${state}`);
  });
  return [...lacking, ...flowing];
}

const shown = (answer: Answer, name: string): string => String(answer.field(name).value ?? 'none');
