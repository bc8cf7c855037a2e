import { join } from 'node:path';
import type { Client } from '@ayni/api-client/client';
import { closeSeason } from '@ayni/api-client/close-season';
import { readFolder } from '@ayni/season-folder/folder';
import { loadFolder } from '@ayni/season-folder/load/load';
import { seasonCode } from '@ayni/season-folder/codes';
import { shareOut } from '@ayni/season-folder/share-out';
import type { SystemProcess } from '@ayni/testing-systems/system-process';
import { WORKSPACE } from '@ayni/testing/run-program';
import { nameUser, openBooks, PASSWORD } from './people.js';

/** The example's season as it ends: loaded, closed, worked out and approved, with a user of each kind. */
export type Example = { readonly client: Client; readonly season: string; readonly run: string };

export async function openExample(system: SystemProcess): Promise<Example> {
  const folder = await readFolder(join(WORKSPACE, 'examples/chacoma'));
  const client = await openBooks(system);
  const season = seasonCode(folder.coop.season.name);
  await loadFolder(client, folder);
  await closeSeason(client, season);
  const approver = { name: 'berta', password: PASSWORD };
  const run = await shareOut(client, { season, coop: folder.coop, approver, now: new Date() });
  await nameUser(client, { name: 'socia', roles: ['member'], member: '001' });
  await nameUser(client, { name: 'programa', roles: ['integrator'] });
  return { client, season, run };
}
