import type { RuleSet } from '@ayni/distribution';
import type { Cause } from '@ayni/database/event-table';
import type { Transaction } from '@ayni/database/transaction';
import type { DayRange } from '@ayni/kernel';
import type { Report } from './closing.js';
import type { EarlyEnd } from './ending.js';
import type { StandsUnder } from '../rules/own-rule-set.js';
import type { KeptSeason, Season } from './season.js';
import type { SeasonDays } from './season-overlap.js';
import type { Left } from './unfinished.js';

/** A service's report with its place among all that the service made of the season; the last one counts. */
export type NumberedReport = Report & { readonly season: string; readonly seq: number };

/** A season that is to be opened: the hash of what was sent, by whom, with which command. */
export type Opening = {
  readonly season: Season;
  /** By which of the co-op's own rules; null where they were written out. */
  readonly under: StandsUnder | null;
  readonly digest: string;
  readonly by: string;
  readonly cause: Cause;
};

/** Under which code a season was sent, and the hash of what was sent. */
export type SeasonDigest = Pick<Opening, 'digest'> & Pick<Season, 'code'>;

/** By which resolution rules were amended, and who entered it; by none where nothing was dated in the season yet. */
export type RulesVote = { readonly resolution: string | null; readonly by: string };

/** Why a closed season is opened again, and by which resolution. */
export type Reopening = { readonly reason: string; readonly resolution: string };

/** The seasons of a co-op and what the services reported of their books. */
export abstract class SeasonsPort {
  /**
   * Opens seasons and tells the others; the same ones again change nothing.
   * @returns which of them are new
   * @throws Refusal `code-taken`
   */
  abstract open(tx: Transaction, openings: readonly Opening[]): Promise<readonly boolean[]>;
  /** Those of the codes under which another season stands than was sent. */
  abstract taken(tx: Transaction, sent: readonly SeasonDigest[]): Promise<ReadonlySet<string>>;
  /**
   * The days of every season of the co-op that was not withdrawn, the earliest first; also those that a season is to
   * have about which all are asked.
   */
  abstract days(tx: Transaction): Promise<readonly SeasonDays[]>;
  /** The days of seasons before these books, which nobody else brings or opens a season over until the transaction ends. */
  abstract oldDays(tx: Transaction): Promise<readonly SeasonDays[]>;
  /** The codes of the seasons that were withdrawn. */
  abstract withdrawnCodes(tx: Transaction): Promise<readonly string[]>;
  abstract find(tx: Transaction, code: string): Promise<KeptSeason | undefined>;
  /** As {@link find}, and nobody else changes it until this transaction ends. */
  abstract lock(tx: Transaction, code: string): Promise<KeptSeason | undefined>;
  /** Shuts the doors for a season's days, up to its end as it is given, and tells the others. */
  abstract beginClosing(tx: Transaction, season: KeptSeason, early: EarlyEnd | undefined): Promise<void>;
  /** Keeps why what is unfinished of a season is left, or what it was. */
  abstract leave(tx: Transaction, season: KeptSeason, left: Left): Promise<KeptSeason>;
  /** Closes a season and tells the others. */
  abstract close(tx: Transaction, season: KeptSeason): Promise<void>;
  /** Opens a closed season again and tells the others; what was reported of its books counts no longer. */
  abstract reopen(tx: Transaction, season: KeptSeason, why: Reopening): Promise<KeptSeason>;
  /** Gives a season other rules and keeps those before. @returns it with them */
  abstract amendRules(tx: Transaction, season: KeptSeason, rules: RuleSet, vote: RulesVote): Promise<KeptSeason>;
  /** Has the services asked whether facts lie on days in question. @returns the season, with the version that names the question */
  abstract beginChange(tx: Transaction, season: KeptSeason, days: readonly DayRange[]): Promise<KeptSeason>;
  /** Gives an open season, or one about which all were asked, other days or another name, and tells the others. */
  abstract change(tx: Transaction, season: KeptSeason, to: Season): Promise<KeptSeason>;
  /** Takes a season back and tells the others. */
  abstract withdraw(tx: Transaction, season: KeptSeason, reason: string): Promise<KeptSeason>;
  abstract keepReports(tx: Transaction, reports: readonly NumberedReport[]): Promise<void>;
  abstract reports(tx: Transaction, season: string): Promise<Report[]>;
}
