import type { DayRange } from '@ayni/kernel';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import { standing } from '@ayni/facts/standing';
import type { MemberBooks, OpenDebt } from '../domain/case.js';
import { MemberBooksPort } from '../domain/member-books.port.js';
import { KEPT_BASES, type KeptBasis } from '../domain/bases.js';
import { byMember } from './by-member.js';
import { equal } from './weights/equal.js';
import { quantityDelivered } from './weights/quantity-delivered.js';
import { valueDelivered } from './weights/value-delivered.js';
import type { Weigh } from './weights/weigh.js';
import { workMinutes } from './weights/work-minutes.js';

const WEIGH: Readonly<Record<KeptBasis, Weigh>> = {
  'work-minutes': workMinutes,
  'value-delivered': valueDelivered,
  'quantity-delivered': quantityDelivered,
  equal,
};

const readMembers = statement(
  'members with households',
  `SELECT number AS member, household FROM members WHERE coop_id = current_setting('app.coop')::uuid ORDER BY number`,
);

const readAdvances = statement(
  'advances of members',
  `SELECT member, code, amount FROM advances a
   WHERE coop_id = current_setting('app.coop')::uuid AND day >= $1 AND day < $2 AND ${standing('advance', 'a')}
   ORDER BY day, code`,
);

/** What the books hold of members, in PostgreSQL. */
export class PostgresMemberBooks extends MemberBooksPort {
  async of(tx: Transaction, season: DayRange): Promise<MemberBooks[]> {
    const members = await tx.query<{ member: string; household: string }>(readMembers);
    const advances = await tx.query<OpenDebt & { member: string }>(readAdvances, [season.from, season.until]);
    const advancesOf = byMember(advances);
    const weighed: [KeptBasis, ReadonlyMap<string, bigint>][] = [];
    for (const basis of KEPT_BASES) weighed.push([basis, await WEIGH[basis](tx, season)]);
    return members.map(({ member, household }) => ({
      member,
      household,
      weights: new Map(weighed.map(([basis, weights]) => [basis, weights.get(member) ?? 0n])),
      advances: advancesOf.get(member) ?? [],
    }));
  }
}
