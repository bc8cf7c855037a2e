import { memberChanged, memberJoined, memberLeft } from '@ayni/contracts';
import type { Day } from '@ayni/kernel';
import { NAMES, spelledOne } from '@ayni/database/names';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import { digestOf, recordRows } from '@ayni/facts/record';
import type { Member, MemberDraft } from '../domain/member.js';
import { MembersPort } from '../domain/members.port.js';
import { changedData, joinedData, leftData, memberAggregate } from '../publishing/member-events.js';
import { MemberEntity } from './member.entity.js';

const SELECT = `SELECT number, given_names AS "givenNames", surnames, sex, birth_year AS "birthYear", household, heir,
    joined_on AS "joinedOn", left_on AS "leftOn", left_reason AS "leftReason", version
  FROM members WHERE coop_id = current_setting('app.coop')::uuid AND number = $1`;
const readMember = statement('read member', SELECT);
const lockMember = statement('lock member', `${SELECT} FOR UPDATE`);

const readKnown = statement(
  'known members',
  `SELECT number FROM members WHERE coop_id = current_setting('app.coop')::uuid AND number = ANY($1)`,
);

const countOn = statement(
  'members on days',
  `SELECT day, (SELECT count(*)::int FROM members WHERE coop_id = current_setting('app.coop')::uuid
     AND joined_on <= day AND (left_on IS NULL OR left_on >= day)) AS members
   FROM unnest($1::date[]) AS days (day)`,
);

const update = statement(
  'update member',
  `UPDATE members SET given_names = $2, surnames = $3, household = $4, heir = $5, version = $6, sex = $7, birth_year = $8
   WHERE coop_id = current_setting('app.coop')::uuid AND number = $1`,
);

const leave = statement(
  'enter departure',
  `UPDATE members SET left_on = $2, left_reason = $3, version = $4
   WHERE coop_id = current_setting('app.coop')::uuid AND number = $1`,
);

const shutFrom = statement(
  'shut season from day',
  `SELECT code FROM seasons
   WHERE coop_id = current_setting('app.coop')::uuid AND state IN ('closing', 'closed') AND until_day > $1
   ORDER BY from_day LIMIT 1`,
);

const shutWithin = statement(
  'shut season within membership',
  `SELECT (i - 1)::int AS index, code FROM unnest($1::date[], $2::date[]) WITH ORDINALITY AS memberships (joined, departed, i)
   JOIN seasons ON coop_id = current_setting('app.coop')::uuid AND state IN ('closing', 'closed')
     AND until_day > joined AND (departed IS NULL OR from_day <= departed)
   ORDER BY i LIMIT 1`,
);

/** What a member was entered with. */
const DRAFTED = ['givenNames', 'surnames', 'sex', 'birthYear', 'household', 'joinedOn', 'leftOn'] as const;

/** The register in PostgreSQL; what changes goes to the outbox in the same transaction. */
export class PostgresMembers extends MembersPort {
  async add(tx: Transaction, members: readonly MemberDraft[], by: string): Promise<readonly MemberDraft[]> {
    const recordedAt = tx.now.toISOString();
    const rows = members.map((member) => ({
      ...member,
      heir: null,
      leftReason: null,
      version: 1,
      digest: digestOf(member),
      recordedBy: by,
      recordedAt,
    }));
    const { fresh } = await recordRows(tx, MemberEntity, rows, { key: 'number', says: DRAFTED });
    for (const member of fresh) tx.publish(memberJoined, memberAggregate(member), member.version, joinedData(member));
    return fresh;
  }

  async find(tx: Transaction, number: string): Promise<Member | undefined> {
    const [member] = await tx.query<Member>(readMember, [await spelledOne(tx, NAMES.member, number)]);
    return member;
  }

  async lock(tx: Transaction, number: string): Promise<Member | undefined> {
    const [member] = await tx.query<Member>(lockMember, [await spelledOne(tx, NAMES.member, number)]);
    return member;
  }

  async change(tx: Transaction, member: Member): Promise<void> {
    const { number, givenNames, surnames, household, heir, version, sex, birthYear } = member;
    await tx.query(update, [number, givenNames, surnames, household, heir, version, sex, birthYear]);
    tx.publish(memberChanged, memberAggregate(member), version, changedData(member));
  }

  async depart(tx: Transaction, member: Member & { readonly leftOn: Day }, reason: string): Promise<void> {
    const { number, leftOn, version } = member;
    await tx.query(leave, [number, leftOn, reason, version]);
    tx.publish(memberLeft, memberAggregate(member), version, leftData(member, leftOn, reason));
  }

  async known(tx: Transaction, numbers: readonly string[]): Promise<ReadonlySet<string>> {
    if (numbers.length === 0) return new Set();
    const rows = await tx.query<{ number: string }>(readKnown, [[...new Set(numbers)]]);
    return new Set(rows.map(({ number }) => number));
  }

  async countOn(tx: Transaction, days: readonly Day[]): Promise<ReadonlyMap<Day, number>> {
    if (days.length === 0) return new Map();
    const rows = await tx.query<{ day: Day; members: number }>(countOn, [[...new Set(days)]]);
    return new Map(rows.map(({ day, members }) => [day, members]));
  }

  async shutSeasonWithin(
    tx: Transaction,
    memberships: readonly { readonly joinedOn: Day; readonly leftOn: Day | null }[],
  ): Promise<{ index: number; code: string } | undefined> {
    const joined = memberships.map(({ joinedOn }) => joinedOn);
    const left = memberships.map(({ leftOn }) => leftOn);
    const [found] = await tx.query<{ index: number; code: string }>(shutWithin, [joined, left]);
    return found;
  }

  async shutSeasonFrom(tx: Transaction, day: Day): Promise<string | undefined> {
    const [season] = await tx.query<{ code: string }>(shutFrom, [day]);
    return season?.code;
  }
}
