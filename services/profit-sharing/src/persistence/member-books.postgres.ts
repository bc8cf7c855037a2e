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

// as lists: there may be very many, and a row for each costs more than all else of it
const readMembers = statement(
  'members with households',
  `SELECT COALESCE(json_agg(m.number), '[]') AS members, COALESCE(json_agg(m.household), '[]') AS households,
     COALESCE(json_agg(m.joined_on < $1), '[]') AS joined
   FROM (SELECT number, household, joined_on FROM members
         WHERE coop_id = current_setting('app.coop')::uuid ORDER BY number) m`,
);

type Lists = {
  readonly members: readonly string[];
  readonly households: readonly string[];
  readonly joined: readonly boolean[];
};

/** What the books hold of members, in PostgreSQL. */
export class PostgresMemberBooks extends MemberBooksPort {
  async of(tx: Transaction, season: DayRange): Promise<MemberBooks[]> {
    const { members, households, joined } = await tx.one<Lists>(readMembers, [season.until]);
    return members.map((member, i) => ({ member, household: households[i] ?? '', isMember: joined[i] ?? false }));
  }

  async weights(tx: Transaction, season: DayRange): Promise<MemberWeights> {
    const [work, value, quantity, days, certificates, care] = await Promise.all([
      workMinutes(tx, season),
      valueDelivered(tx, season),
      quantityDelivered(tx, season),
      equal(tx, season),
      certificateDays(tx, season),
      careMinutes(tx, season),
    ]);
    return {
      'work-minutes': work,
      'value-delivered': value,
      'quantity-delivered': quantity,
      equal: days,
      'certificate-days': certificates,
      'care-minutes': care,
    };
  }
}
