import type { Day, Zone } from '@ayni/kernel';
import type { NamedAssembly } from './minutes.js';
import type { SeasonState } from '../seasons/season.js';

/** A row of a report by the chart of accounts. */
type ChartAmount = {
  readonly code: string | null;
  /** 1 a class, 4 an account; 1 also of the last sum. */
  readonly level: number;
  readonly label: string;
  readonly amount: string;
};

/** A fund over a season: what was in it before, and what is in it at the end. */
export type FundOverSeason = {
  readonly label: string;
  readonly before: string;
  readonly moved: string;
  readonly after: string;
};

/** Somebody who was a member on some day of a season. */
export type RegisteredMember = {
  readonly number: string;
  readonly name: string;
  readonly household: string;
  readonly joinedOn: Day;
  /** Her last day, where that was in the season or before it. */
  readonly leftOn: Day | null;
};

/** Certificates that somebody held on some day of a season. */
export type RegisteredCertificate = {
  readonly code: string;
  readonly member: string;
  readonly name: string | null;
  readonly boughtOn: Day;
  readonly count: number;
  readonly amount: string;
  /** What of it was paid in by the season's end. */
  readonly paid: string;
  /** The last day on which she held them, where that was in the season. */
  readonly withdrawnOn: Day | null;
};

/** What lasts, and the co-op had on some day of a season. */
export type RegisteredAsset = {
  readonly code: string;
  readonly name: string;
  readonly boughtOn: Day;
  readonly cost: string;
  /** By the season's end. */
  readonly released: string;
  /** What it was worth in the books at the season's end. */
  readonly left: string;
  /** The last day on which the co-op had it, where that was in the season. */
  readonly disposedOn: Day | null;
};

/** A season before these books, as its papers say. */
export type SeasonOfBefore = {
  readonly code: string;
  readonly from: Day;
  readonly to: Day;
  /** null where it is not known. */
  readonly result: string | null;
  readonly shared: string;
  /** What of it was still owed when the books began. */
  readonly owed: string;
};

/** What the assembly resolved in a season, or about it. */
export type ResolutionOfSeason = {
  readonly number: string;
  readonly adoptedOn: Day;
  readonly carried: boolean;
  /** Kinds of what it decides in the system. */
  readonly covers: readonly string[];
};

/** A season as whoever supervises co-ops wants it: the books of its last day, the registers, what the assembly resolved. */
export type AnnualPack = {
  readonly coop: string;
  readonly timezone: Zone;
  readonly season: string;
  readonly state: SeasonState;
  readonly from: Day;
  readonly to: Day;
  readonly currency: string;
  readonly places: number;
  readonly result: string;
  readonly income: readonly ChartAmount[];
  readonly balance: readonly ChartAmount[];
  readonly funds: readonly FundOverSeason[];
  /** To what the approved run puts the result, its members' pool last; none where no run of the season was approved. */
  readonly appropriation: readonly { readonly label: string; readonly amount: string }[];
  readonly members: readonly RegisteredMember[];
  readonly certificates: readonly RegisteredCertificate[];
  /** What the certificates that were held on the last day are worth, as far as they were paid. */
  readonly shareCapital: string;
  readonly assets: readonly RegisteredAsset[];
  /** Those that ended before this one began. */
  readonly oldSeasons: readonly SeasonOfBefore[];
  readonly resolutions: readonly ResolutionOfSeason[];
  /** Of the assemblies that were held in it, or resolved something about it. */
  readonly minutes: readonly NamedAssembly[];
};
