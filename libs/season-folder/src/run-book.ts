import { randomBytes } from 'node:crypto';
import { Client } from '@ayni/api-client/client';
import { ApiProblem } from '@ayni/api-client/problem';
import { closeSeason, type OnLacking } from '@ayni/api-client/close-season';
import { within, type Book } from './book.js';
import { coopCode } from './codes.js';
import { appointed, shareOut, type Approver } from './share-out.js';
import { mistakeInCoop } from './coop.js';
import { mistakesIn, type SeasonFolder } from './folder.js';
import { Known } from './load/known.js';
import { loadFolder, type OnLoaded } from './load/load.js';
import { seasonOutcome, type SeasonOutcome } from './outcome.js';

/** What is told on the way. */
export type Progress = { readonly onLoaded?: OnLoaded; readonly onLacking?: OnLacking };

/** What came of a season, and the name of its folder in a book. */
export type OfSeason = readonly [name: string, outcome: SeasonOutcome];

type Told = { readonly now: Date; readonly signal?: AbortSignal; readonly progress?: Progress };
type Fresh = { readonly url: string; readonly setupCode: string };

/**
 * Takes a season, or a book of years, through a fresh system: each season loaded, closed, worked out, approved.
 * @throws FolderMistakes
 */
export async function runBook(system: Fresh, { seasons, isOneFolder }: Book, told: Told): Promise<readonly OfSeason[]> {
  const [first] = seasons;
  const client = await (isOneFolder
    ? setUp(system, first, told)
    : within(first.season, () => setUp(system, first, told)));
  const approver = { name: 'president', password: secret() };
  const known = new Known();
  const named = new Set<string>();
  const outcomes: OfSeason[] = [];
  for (const folder of seasons) {
    const run = (): Promise<SeasonOutcome> => runSeason(client, folder, { ...told, approver, known, named });
    outcomes.push([folder.season, await (isOneFolder ? run() : within(folder.season, run))]);
  }
  return outcomes;
}

/** Makes the co-op of a folder with its first user. */
function setUp({ url, setupCode }: Fresh, folder: SeasonFolder, { signal }: Told): Promise<Client> {
  const { coop } = folder;
  return Client.setUp(
    url,
    setupCode,
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
}

type InBook = Told & {
  readonly approver: Approver;
  readonly known: Known;
  /** The funds that this season and earlier ones named. */
  readonly named: Set<string>;
};

async function runSeason(client: Client, folder: SeasonFolder, told: InBook): Promise<SeasonOutcome> {
  const { coop, season } = folder;
  const { progress = {}, known, named, approver, now } = told;
  // a co-op with one officer confirms by her; later ones have two
  const confirmer = known.seasons > 0 ? await appointed(client, approver) : client;
  await loadFolder(client, folder, progress.onLoaded, { known, confirmer });
  await closeSeason(client, season, progress.onLacking);
  const run = await shareOut(client, { season, coop, approver, now });
  return seasonOutcome(client, season, run, coop, named);
}

const secret = (): string => randomBytes(18).toString('base64url');
