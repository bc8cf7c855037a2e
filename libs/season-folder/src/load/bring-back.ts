import type { Client, Command } from '@ayni/api-client/client';
import { ApiProblem } from '@ayni/api-client/problem';
import type { Row } from '../files.js';
import type { Fault } from './load-rows.js';
import { recordRow } from './words.js';

/** What came of a return: entered now or before, or refused. */
export type BroughtBack = { readonly command?: Command; readonly fault?: Fault };

/** Enters that somebody who had left is a member again, unless the register has that period already. */
export async function bringBack(client: Client, row: Row<'members'>): Promise<BroughtBack> {
  const { number, joinedOn, leftOn } = recordRow('members', row);
  const path = `/api/members/v1/members/${encodeURIComponent(String(number))}`;
  try {
    const { list } = (await client.get(path)).field('periods');
    if (list.some((period) => period.field('joinedOn').value === joinedOn)) return {};
    return { command: await client.command(`${path}/return`, { joinedOn, leftOn }) };
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.status >= 500) throw error;
    // her first row was refused, and that is told of it
    if (error.status === NOT_FOUND) return {};
    const { code, pointer, detail } = error;
    return { fault: { code, row: 0, place: pointer.split('/').slice(1), detail } };
  }
}

const NOT_FOUND = 404;
