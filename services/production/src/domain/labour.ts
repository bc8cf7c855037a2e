import { Refusal } from '@ayni/kernel';

/** A record is of one person on one day, so that it cannot be longer than a day. */
export const MINUTES_MAX = 1_440;

/** Who enters or reads records of labour. */
export type Recorder = {
  readonly user: string;
  /** The member that she is, if any. */
  readonly member: string | null;
  /** Whether she may enter them for anybody; else only her own. */
  readonly forAll: boolean;
};

/** @throws Refusal `not-yours` where a record is of somebody for whom the recorder may not write */
export function refuseOthersLabour(worker: string, { member, forAll }: Recorder, pointer: string): void {
  if (!forAll && worker !== member) throw new Refusal('not-yours', pointer);
}
