import type { Transaction } from '@ayni/database/transaction';
import type { DayRange } from '@ayni/kernel';
import type { MemberBooks, MemberWeights } from '../runs/case.js';

/** What the books hold of each member of the register. */
export abstract class MemberBooksPort {
  /** Everybody whom the register knows, whatever she did in the season. */
  abstract of(tx: Transaction, season: DayRange): Promise<MemberBooks[]>;
  /** What each of them weighs in the season. */
  abstract weights(tx: Transaction, season: DayRange): Promise<MemberWeights>;
}
