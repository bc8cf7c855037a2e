import { BASIS_NAMES, type BasisName } from '@ayni/distribution';
import type { DayRange } from '@ayni/kernel';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import type { MemberBooks } from '../domain/runs/case.js';
import { MemberBooksPort } from '../domain/debts/member-books.port.js';
import { careMinutes } from './weights/care-minutes.js';
import { certificateDays } from './weights/certificate-days.js';
import { equal } from './weights/equal.js';
import { quantityDelivered } from './weights/quantity-delivered.js';
import { valueDelivered } from './weights/value-delivered.js';
import type { Weigh } from './weights/weigh.js';
import { workMinutes } from './weights/work-minutes.js';

const WEIGH: Readonly<Record<BasisName, Weigh>> = {
  'work-minutes': workMinutes,
  'value-delivered': valueDelivered,
  'quantity-delivered': quantityDelivered,
  equal,
  'certificate-days': certificateDays,
  'care-minutes': careMinutes,
};

const readMembers = statement(
  'members with households',
  `SELECT number AS member, household, joined_on < $1 AS "isMember" FROM members
   WHERE coop_id = current_setting('app.coop')::uuid ORDER BY number`,
);

/** What the books hold of members, in PostgreSQL. */
export class PostgresMemberBooks extends MemberBooksPort {
  async of(tx: Transaction, season: DayRange): Promise<MemberBooks[]> {
    const members = await tx.query<Omit<MemberBooks, 'weights'>>(readMembers, [season.until]);
    const weighed: [BasisName, ReadonlyMap<string, bigint>][] = [];
    for (const basis of BASIS_NAMES) weighed.push([basis, await WEIGH[basis](tx, season)]);
    return members.map((books) => ({
      ...books,
      weights: new Map(weighed.map(([basis, weights]) => [basis, weights.get(books.member) ?? 0n])),
    }));
  }
}
