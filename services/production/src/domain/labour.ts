import { Refusal, type Day } from '@ayni/kernel';

/** A record is of one person on one day, so that it cannot be longer than a day. */
export const MINUTES_MAX = 1_440;

/** What somebody did on a day, and for how long. */
export type Labour = {
  readonly code: string;
  readonly day: Day;
  readonly member: string;
  readonly activity: string;
  readonly minutes: number;
};

/** Who enters or reads records of labour. */
export type Recorder = {
  readonly user: string;
  /** The member that she is, if any. */
  readonly member: string | null;
  /** Whether she may enter them for anybody; else only her own. */
  readonly forAll: boolean;
};

/** @throws Refusal `not-yours` where a record of a load is of somebody for whom the recorder may not write */
export function refuseOthersLabour(rows: readonly Labour[], { member, forAll }: Recorder): void {
  const strange = forAll ? -1 : rows.findIndex((row) => row.member !== member);
  if (strange >= 0) throw new Refusal('not-yours', `/rows/${strange}/member`);
}
