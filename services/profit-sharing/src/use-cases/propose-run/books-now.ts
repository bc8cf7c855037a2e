import { found } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import type { Coop, CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import type { RunHead } from '../../domain/runs/run.js';
import type { RunsPort } from '../../domain/runs/runs.port.js';
import type { KeptSeason } from '../../domain/seasons/season.js';
import type { SeasonsPort } from '../../domain/seasons/seasons.port.js';

/** What a run is held to before it is proposed or approved: the books, the season and its rules as they are now. */
export type BooksNow = {
  readonly coop: Coop;
  readonly season: KeptSeason;
  readonly places: number;
  readonly rulesVersion: number;
  /** How many approvals and reversals of runs there were. */
  readonly approvedBefore: number;
};

export async function booksNow(
  tx: Transaction,
  from: { readonly coops: CoopDirectory; readonly seasons: SeasonsPort; readonly runs: RunsPort },
  run: Pick<RunHead, 'season'>,
): Promise<BooksNow> {
  const coop = await from.coops.get(tx);
  const season = found(await from.seasons.find(tx, run.season), 'season', run.season);
  const approvedBefore = await from.runs.moves(tx);
  return { coop, season, places: coop.places, rulesVersion: season.rulesVersion, approvedBefore };
}
