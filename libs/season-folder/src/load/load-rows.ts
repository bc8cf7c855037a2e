import type { Client, Command } from '@ayni/api-client/client';
import { ApiProblem } from '@ayni/api-client/problem';
import type { ApiRow } from './api-rows.js';

/** What the API refuses a row for. */
export type Fault = {
  readonly code: string;
  /** Which of the rows, from 0. */
  readonly row: number;
  /** Its place in the row, such as `lines`, `2`, `quantity`. */
  readonly place: readonly string[];
  readonly detail: string;
};

/** What became of some rows: those without a fault were loaded. */
export type Loaded = { readonly command: Command | undefined; readonly faults: readonly Fault[] };

/**
 * Loads rows. Where some are refused, all are tried to learn everything that is wrong with each, and the others loaded.
 * @throws ApiProblem where the refusal is of no row
 */
export async function loadRows(client: Client, path: string, rows: readonly ApiRow[]): Promise<Loaded> {
  try {
    return { command: await client.command(path, { rows }), faults: [] };
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.status >= 500) throw error;
    const trial = await client.post(`${path}?trial=true`, { rows });
    const faults = trial.field('faults').list.map((fault): Fault => {
      const [, , row = '', ...place] = fault.field('pointer').text.split('/');
      return { code: fault.field('code').text, row: Number(row), place, detail: fault.field('detail').text };
    });
    if (faults.length === 0) throw error;
    const good = rows.filter((_, index) => !faults.some(({ row }) => row === index));
    return { command: good.length > 0 ? await client.command(path, { rows: good }) : undefined, faults };
  }
}
