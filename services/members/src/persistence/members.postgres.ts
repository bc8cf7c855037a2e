import { memberChanged, memberJoined, memberJoinedV2, memberLeft, memberReturned } from '@ayni/contracts';
import type { Day, Membership } from '@ayni/kernel';
import { NAMES, spelledOne } from '@ayni/database/names';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import { digestOf, recordRows, refuseTaken, unchangedAmong } from '@ayni/facts/record';
import { multirange, periodsOf, rangeOf } from '@ayni/reference-data/register/periods';
import type { Member, MemberDraft, MemberEntry, NewPeriod, Uncounted } from '../domain/member.js';
import { MembersPort } from '../domain/members.port.js';
import {
  changedData,
  joinedData,
  joinedLateData,
  leftData,
  memberAggregate,
  returnedData,
} from '../publishing/member-events.js';
import { MemberEntity } from './member.entity.js';

/** Days of a `datemultirange`, as JSON. */
const daysIn = (ranges: string): string =>
  `(SELECT COALESCE(json_agg(json_build_object('from', lower(d), 'until', upper(d)) ORDER BY lower(d)), '[]')
    FROM unnest(${ranges}) d)`;

const SELECT = `SELECT number, given_names AS "givenNames", surnames, sex, birth_year AS "birthYear", household, heir,
    joined_on AS "joinedOn", left_on AS "leftOn", left_reason AS "leftReason", left_cause AS "leftCause", version,
    ${periodsOf('m')} AS periods, ${daysIn('m.uncounted')} AS uncounted
  FROM members m WHERE coop_id = current_setting('app.coop')::uuid AND number = $1`;
const readMember = statement('read member', SELECT);
const lockMember = statement('lock member', `${SELECT} FOR UPDATE OF m`);

const readKnown = statement(
  'known members',
  `SELECT number FROM members WHERE coop_id = current_setting('app.coop')::uuid AND number = ANY($1)`,
);

const countOn = statement(
  'members on days',
  `SELECT day, (SELECT count(*)::int FROM members WHERE coop_id = current_setting('app.coop')::uuid
     AND periods @> day) AS members
   FROM unnest($1::date[]) AS days (day)`,
);

const update = statement(
  'update member',
  `UPDATE members SET given_names = $2, surnames = $3, household = $4, heir = $5, version = $6, sex = $7, birth_year = $8
   WHERE coop_id = current_setting('app.coop')::uuid AND number = $1`,
);

const leave = statement(
  'enter departure',
  `UPDATE members SET left_on = $2, left_reason = $3, left_cause = $5, version = $4,
     periods = periods * datemultirange(daterange(NULL, $2::date, '(]'))
   WHERE coop_id = current_setting('app.coop')::uuid AND number = $1`,
);

const comeBack = statement(
  'enter return',
  `UPDATE members SET left_on = $2, left_reason = NULL, left_cause = NULL, version = $3, periods = periods + datemultirange($4::daterange),
     uncounted = uncounted + $5::datemultirange
   WHERE coop_id = current_setting('app.coop')::uuid AND number = $1`,
);

const IS_SHUT = `s.state IN ('closing', 'closed')`;

const shutFrom = statement(
  'shut season from day',
  `SELECT s.code FROM seasons s JOIN members m ON m.coop_id = s.coop_id AND m.number = $2
   WHERE s.coop_id = current_setting('app.coop')::uuid AND ${IS_SHUT} AND s.until_day > $1
     AND (m.periods - m.uncounted) && daterange(s.from_day, s.until_day)
   ORDER BY s.from_day LIMIT 1`,
);

const shutDays = statement(
  'days of shut seasons within periods',
  `SELECT ${daysIn(`(p.period * COALESCE(shut.days, '{}'))`)} AS days
   FROM (SELECT i, datemultirange(r::daterange) AS period FROM unnest($1::text[]) WITH ORDINALITY AS periods (r, i)) p,
     (SELECT range_agg(daterange(s.from_day, s.until_day)) AS days FROM seasons s
      WHERE s.coop_id = current_setting('app.coop')::uuid AND ${IS_SHUT}) shut
   ORDER BY p.i`,
);

const FIRST_VERSION = 1;

/** By what one who is entered again is the same. */
const IDENTITY = {
  key: 'number',
  says: ['givenNames', 'surnames', 'sex', 'birthYear', 'household', 'joinedOn', 'leftOn'],
} as const;

/** The register in PostgreSQL; what changes goes to the outbox in the same transaction. */
export class PostgresMembers extends MembersPort {
  async add(tx: Transaction, members: readonly MemberEntry[], by: string): Promise<readonly MemberEntry[]> {
    const recordedAt = tx.now.toISOString();
    const rows = members.map(({ uncounted, admittedBy, ...member }) => ({
      ...withDigest(member),
      admittedBy,
      periods: `{${rangeOf(member)}}`,
      uncounted: multirange(uncounted),
      heir: null,
      leftReason: null,
      leftCause: null,
      version: FIRST_VERSION,
      recordedBy: by,
      recordedAt,
    }));
    const { fresh } = await recordRows(tx, MemberEntity, rows, IDENTITY);
    const added = new Set(fresh.map(({ number }) => number));
    const entered = members.filter(({ number }) => added.has(number));
    for (const member of entered)
      if (member.uncounted.length === 0)
        tx.publish(memberJoined, memberAggregate(member), FIRST_VERSION, joinedData(member));
      else tx.publish(memberJoinedV2, memberAggregate(member), FIRST_VERSION, joinedLateData(member));
    return entered;
  }

  unchanged(tx: Transaction, members: readonly MemberDraft[]): Promise<ReadonlySet<string>> {
    return unchangedAmong(tx, MemberEntity, members.map(withDigest), IDENTITY);
  }

  refuseTaken(tx: Transaction, members: readonly MemberDraft[]): Promise<void> {
    return refuseTaken(tx, MemberEntity, members.map(withDigest), IDENTITY);
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
    const { number, leftOn, leftCause, version } = member;
    await tx.query(leave, [number, leftOn, reason, version, leftCause]);
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

  async comeBack(tx: Transaction, member: Member, period: NewPeriod): Promise<void> {
    const { number, version } = member;
    const { leftOn, uncounted } = period;
    await tx.query(comeBack, [number, leftOn, version, rangeOf(period), multirange(uncounted)]);
    tx.publish(memberReturned, memberAggregate(member), version, returnedData(member, period));
  }

  async shutDays(tx: Transaction, periods: readonly Membership[]): Promise<Uncounted[]> {
    const rows = await tx.query<{ days: Uncounted }>(shutDays, [periods.map(rangeOf)]);
    return rows.map(({ days }) => days);
  }

  async shutSeasonFrom(tx: Transaction, { number }: Member, day: Day): Promise<string | undefined> {
    const [season] = await tx.query<{ code: string }>(shutFrom, [day, number]);
    return season?.code;
  }
}

const withDigest = <Draft extends MemberDraft>(member: Draft): Draft & { readonly digest: string } => ({
  ...member,
  digest: digestOf(member),
});
