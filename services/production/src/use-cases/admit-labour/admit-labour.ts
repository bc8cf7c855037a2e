import type { Transaction } from '@ayni/database/transaction';
import { refuseShutSeason } from '@ayni/facts/season-door';
import { refuseFuture, type CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import { refuseStrangers } from '@ayni/reference-data/register/register';
import { refuseOthersLabour, type Labour, type Recorder } from '../../domain/labour.js';

/**
 * Lets in labour, of whatever kind, that this recorder may enter: of members, on days that have begun and are open.
 * @throws Refusal `not-yours`, `day-in-future`, `season-closed`, `unknown-reference` with the row's place
 */
export async function admitLabour(
  tx: Transaction,
  coops: CoopDirectory,
  rows: readonly Labour[],
  recorder: Recorder,
): Promise<void> {
  refuseOthersLabour(rows, recorder);
  const coop = await coops.get(tx);
  rows.forEach(({ day }, i) => refuseFuture(coop, day, tx.now, `/rows/${i}/workedOn`));
  await refuseShutSeason(
    tx,
    rows.map(({ day }) => day),
    (i) => `/rows/${i}/workedOn`,
  );
  await refuseStrangers(
    tx,
    rows.map(({ member }) => member),
    (i) => `/rows/${i}/member`,
  );
}
