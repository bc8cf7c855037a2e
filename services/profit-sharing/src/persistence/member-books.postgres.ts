import type { DayRange } from '@ayni/kernel';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import type { MemberBooks, MemberWeights } from '../domain/runs/case.js';
import { MemberBooksPort } from '../domain/debts/member-books.port.js';
import { careMinutes } from './weights/care-minutes.js';
import { certificateDays } from './weights/certificate-days.js';
import { equal } from './weights/equal.js';
import { quantityDelivered } from './weights/quantity-delivered.js';
import { valueDelivered } from './weights/value-delivered.js';
import { workMinutes } from './weights/work-minutes.js';

const readMembers = statement(
  'members with households',
  `SELECT number AS member, household, joined_on < $1 AS "isMember" FROM members
   WHERE coop_id = current_setting('app.coop')::uuid ORDER BY number`,
);

/** What the books hold of members, in PostgreSQL. */
export class PostgresMemberBooks extends MemberBooksPort {
  async of(tx: Transaction, season: DayRange): Promise<MemberBooks[]> {
    return tx.query<MemberBooks>(readMembers, [season.until]);
  }

  async weights(tx: Transaction, season: DayRange): Promise<MemberWeights> {
    return {
      'work-minutes': await workMinutes(tx, season),
      'value-delivered': await valueDelivered(tx, season),
      'quantity-delivered': await quantityDelivered(tx, season),
      equal: await equal(tx, season),
      'certificate-days': await certificateDays(tx, season),
      'care-minutes': await careMinutes(tx, season),
    };
  }
}
