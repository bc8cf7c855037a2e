import { PartField, ShownListField, ShownTextField, YesNoField } from '@ayni/http/fields';
import { fingerprintOf, isRefused, outcomeByOne, sealedText, workOut, type Case } from '@ayni/distribution';
import { found } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import type { CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import { caseIn } from '../../domain/runs/case-places.js';
import { differencesOf, type Difference } from '../../domain/runs/differences.js';
import { expectedRecords, shownRecords } from '../../domain/runs/run-records.js';
import { placesOfRun, type Run } from '../../domain/runs/run.js';
import type { RunsPort } from '../../domain/runs/runs.port.js';
import type { SeasonsPort } from '../../domain/seasons/seasons.port.js';
import { digestText } from './digest-text.js';
import { RECKONING_SECONDS } from '../work-out-shares/work-out-shares.js';
import type { WriteSeasonCase } from '../calculate-run/write-season-case.js';

class DifferingFigure implements Difference {
  @ShownTextField({ description: 'its place in the document' }) figure!: string;
  @ShownTextField({ nullable: true, description: 'null where it is not stated' }) frozen!: string | null;
  @ShownTextField({ nullable: true, description: 'null where it is not stated' }) now!: string | null;
}

/** Whether two documents state the same figures. */
class Check {
  @YesNoField() equal!: boolean;
  @ShownListField(() => DifferingFigure) differences!: readonly DifferingFigure[];
}

/** Whether a run, worked out again, comes to the same. */
export class Verification {
  @ShownTextField() run!: string;
  @YesNoField() equal!: boolean;
  @PartField(() => Check, { description: 'whether the frozen case, worked out again, gives the frozen outcome' })
  frozen!: Check;
  @PartField(() => Check, { description: 'whether ledger and events, gathered again, give the frozen case' })
  ledger!: Check;
}

/**
 * Works a run out again, from what it froze and from the books, looks at what it posted and at what its statements are
 * printed from, and names every figure that differs.
 */
export class VerifyRun {
  constructor(
    private readonly coops: CoopDirectory,
    private readonly seasons: SeasonsPort,
    private readonly runs: RunsPort,
    private readonly caseOf: WriteSeasonCase,
  ) {}

  async run(tx: Transaction, id: string): Promise<Verification> {
    return this.of(tx, found(await this.runs.find(tx, id), 'run', id));
  }

  /** @param run as it was frozen, whole */
  async of(tx: Transaction, run: Run): Promise<Verification> {
    await tx.allowIdle(RECKONING_SECONDS);
    const { id } = run;
    const season = found(await this.seasons.find(tx, run.season), 'season', run.season);
    const written = placesOfRun(run);
    const { places } = await this.coops.get(tx);
    const frozen = check(run.outcome, await outcomeAgain(run.case, written));
    const frozenCase = caseIn(run.case, written, places);
    // by the rules of its day: others may have been voted since
    const { ruleSet } = frozenCase;
    const ledger = check(frozenCase, await this.caseOf.run(tx, { ...season, ruleSet }, run.approvedBefore, frozenCase));
    const records = await this.runs.records(tx, id);
    const kept = differencesOf(expectedRecords(run, records, places), shownRecords(records, places));
    const books = { equal: ledger.equal && kept.length === 0, differences: [...ledger.differences, ...kept] };
    return { run: id, equal: frozen.equal && books.equal, frozen, ledger: books };
  }
}

/** The outcome of a frozen case, worked out again: a member at a time, or why none comes of it. */
async function outcomeAgain(document: Case, places: number): Promise<object> {
  const worked = workOut(document, () => places);
  return isRefused(worked) ? worked : outcomeByOne(worked, fingerprintOf(await digestText(sealedText(worked))));
}

function check(frozen: unknown, now: unknown): Check {
  const differences = differencesOf(frozen, now);
  return { equal: differences.length === 0, differences };
}
