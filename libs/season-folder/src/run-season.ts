import { randomBytes } from 'node:crypto';
import { Client } from '@ayni/api-client/client';
import { ApiProblem } from '@ayni/api-client/problem';
import { closeSeason, type OnLacking } from '@ayni/api-client/close-season';
import { shareOut } from './share-out.js';
import { mistakeInCoop } from './coop.js';
import { mistakesIn, type SeasonFolder } from './folder.js';
import { loadFolder, type OnLoaded } from './load/load.js';
import { coopCode, seasonCode } from './load/words.js';
import { seasonOutcome, type SeasonOutcome } from './outcome.js';

/** What is told on the way. */
export type Progress = { readonly onLoaded?: OnLoaded; readonly onLacking?: OnLacking };

/**
 * Takes a folder through a fresh system: loaded, closed, worked out, approved.
 * @throws FolderMistakes
 */
export async function runSeason(
  system: { readonly url: string; readonly setupCode: string },
  folder: SeasonFolder,
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
  ).catch(async (error: unknown) => {
    const [, of, field = ''] = error instanceof ApiProblem ? error.pointer.split('/') : [];
    if (!(error instanceof ApiProblem) || of !== 'coop') throw error;
    // its code is made from its name
    const mistake = await mistakeInCoop(folder.path, [field === 'code' ? 'name' : field], error.detail);
    throw await mistakesIn(folder.path, folder.findings, [mistake]);
  });
  await loadFolder(client, folder, progress.onLoaded);
  await closeSeason(client, season, progress.onLacking);
  const approver = { name: 'president', password: secret() };
  const run = await shareOut(client, { season, coop, approver, now });
  return seasonOutcome(client, season, run, coop);
}

const secret = (): string => randomBytes(18).toString('base64url');
