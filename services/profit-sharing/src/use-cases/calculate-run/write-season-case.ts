import type { Case } from '@ayni/distribution';
import type { Transaction } from '@ayni/database/transaction';
import type { CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import { writeCase } from '../../domain/runs/case.js';
import type { LedgerPort } from '../../domain/ledger/ledger.port.js';
import type { MemberBooksPort } from '../../domain/debts/member-books.port.js';
import type { PayeesPort } from '../../domain/payouts/payees.port.js';
import type { RunsPort } from '../../domain/runs/runs.port.js';
import type { SeasonFigures } from '../../domain/runs/figures.js';
import type { Season } from '../../domain/seasons/season.js';

/** Writes a season's case document from the ledger and from what the events left. */
export class WriteSeasonCase {
  constructor(
    private readonly coops: CoopDirectory,
    private readonly ledger: LedgerPort,
    private readonly memberBooks: MemberBooksPort,
    private readonly payees: PayeesPort,
    private readonly runs: RunsPort,
  ) {}

  /**
   * @param moves after how many approvals and reversals of runs: it takes up what those left that stood then
   * @param frozen the case that a run froze, where it is written again
   */
  async run(tx: Transaction, season: Season, moves: number, frozen?: Case): Promise<Case> {
    return this.write(tx, season, moves, this.ledger.countedFigures(tx, season), frozen);
  }

  /** The same by the ledger's running totals, for what is only looked at: nobody waits for each line to be counted. */
  async byTotals(tx: Transaction, season: Season, moves: number): Promise<Case> {
    return this.write(tx, season, moves, this.ledger.figures(tx, season));
  }

  private async write(
    tx: Transaction,
    season: Season,
    moves: number,
    counting: Promise<SeasonFigures>,
    frozen?: Case,
  ): Promise<Case> {
    // all are asked at once: an answer is read while the database works on the next
    const [{ currency, places }, figures, members, weights, households, carryOver] = await Promise.all([
      this.coops.get(tx),
      counting,
      this.memberBooks.of(tx, season),
      this.memberBooks.weights(tx, season),
      this.payees.ofHouseholds(tx),
      this.runs.carryOver(tx, moves, season),
    ]);
    const { ruleSet } = season;
    return writeCase({ currency, places, ruleSet, figures, members, weights, households, carryOver }, frozen);
  }
}
