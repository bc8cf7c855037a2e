import type { Day } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import type { WorkDays } from './work-days.js';

/** How much members worked on each day. */
export abstract class WorkDaysPort {
  /** The days on which somebody of the members worked; nobody else adds to them until the transaction ends. */
  abstract hold(tx: Transaction, work: readonly { readonly member: string; readonly day: Day }[]): Promise<WorkDays>;
}
