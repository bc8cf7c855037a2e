import { randomBytes } from 'node:crypto';
import { Client } from '@ayni/api-client/client';
import { closeSeason, type OnLacking } from '@ayni/api-client/close-season';
import { shareOut } from './share-out.js';
import type { CheckedFolder } from './check.js';
import { loadFolder, type OnLoaded } from './load/load.js';
import { coopCode, seasonCode } from './load/words.js';
import { seasonOutcome, type SeasonOutcome } from './outcome.js';

/** What is told on the way. */
export type Progress = { readonly onLoaded?: OnLoaded; readonly onLacking?: OnLacking };

/** Takes a checked folder through a fresh system: loaded, closed, worked out, approved. */
export async function runSeason(
  system: { readonly url: string; readonly setupCode: string },
  folder: CheckedFolder,
  { now, signal, progress = {} }: { now: Date; signal?: AbortSignal; progress?: Progress },
): Promise<SeasonOutcome> {
  const { coop } = folder;
  const season = seasonCode(coop.season.name);
  const client = await Client.setUp(
    system.url,
    system.setupCode,
    { code: coopCode(coop.name), name: coop.name, currency: coop.currency, timezone: coop.zone },
    { name: 'treasurer', password: secret() },
    signal,
  );
  await loadFolder(client, folder, progress.onLoaded);
  await closeSeason(client, season, progress.onLacking);
  const approver = { name: 'president', password: secret() };
  const run = await shareOut(client, { season, coop, approver, now });
  return seasonOutcome(client, season, run, coop);
}

const secret = (): string => randomBytes(18).toString('base64url');
