import type { Client, Command } from '@ayni/api-client/client';
import { ApiProblem } from '@ayni/api-client/problem';
import type { Row } from '../files.js';
import { loadRows, type Fault } from './load-rows.js';
import { recordRow } from './api-rows.js';

/** What came of a record that is entered by itself: entered now or before, or refused. */
export type Entered = { readonly command?: Command; readonly fault?: Fault };

/** Enters that somebody who had left is a member again, unless the register has that period already. */
export function bringBack(client: Client, row: Row<'members'>): Promise<Entered> {
  const { number, joinedOn, leftOn } = recordRow('members', row);
  const path = memberPath(String(number));
  return tried(async () => {
    const { list } = (await client.get(path)).field('periods');
    if (list.some((period) => period.field('joinedOn').value === joinedOn)) return {};
    return { command: await client.command(`${path}/return`, { joinedOn, leftOn }) };
  });
}

/** Enters that a member left. */
export function depart(client: Client, { cells }: Row<'members'>): Promise<Entered> {
  const path = `${memberPath(cells.number)}/departure`;
  return tried(async () => ({
    command: await client.command(path, { leftOn: cells.left_on, reason: 'Salida' }),
  }));
}

/** Enters that certificates were given up. */
export async function giveUp(client: Client, { cells }: Row<'certificates'>): Promise<Entered> {
  const row = { code: `${cells.code}-withdrawal`, withdrawnOn: cells.given_up_on, certificate: cells.code };
  const { command, faults } = await loadRows(client, '/api/profit-sharing/v1/certificate-withdrawals', [row]);
  const [fault] = faults;
  // its own row was refused, and that is told of it
  if (fault?.code === 'unknown-reference') return {};
  return { ...(command ? { command } : {}), ...(fault ? { fault: { ...fault, place: ['given_up_on'] } } : {}) };
}

const memberPath = (number: string): string => `/api/members/v1/members/${encodeURIComponent(number)}`;

async function tried(enter: () => Promise<Entered>): Promise<Entered> {
  try {
    return await enter();
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.status >= 500) throw error;
    // her first row was refused, and that is told of it
    if (error.status === NOT_FOUND) return {};
    const { code, pointer, detail } = error;
    return { fault: { code, row: 0, place: pointer.split('/').slice(1), detail } };
  }
}

const NOT_FOUND = 404;
