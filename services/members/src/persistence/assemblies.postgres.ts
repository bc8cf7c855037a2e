import { assemblyClosed } from '@ayni/contracts';
import { FIRST_SEQ } from '@ayni/database/event-table';
import { asNamed, NAMES, spelledOne } from '@ayni/database/names';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import { nameKey, type Day, type Instant } from '@ayni/kernel';
import { AssembliesPort, type Settlement, type Writer } from '../domain/assemblies.port.js';
import type { Assembly, Call, Item } from '../domain/assembly.js';
import { FIRST_RULES, type AssemblyRules, type Quorum, type Tally } from '../domain/assembly-rules.js';
import type { Ballot, Count, Vote } from '../domain/ballot.js';
import type { Covered } from '../domain/resolution.js';
import { assemblyAggregate, closedData, type ClosedAssembly } from '../publishing/assembly-events.js';

const OWN_COOP = `coop_id = current_setting('app.coop')::uuid`;
const COOP = `current_setting('app.coop')::uuid`;

const readRules = statement(
  'read assembly rules',
  `SELECT rules, version FROM assembly_rules WHERE ${OWN_COOP} ORDER BY version DESC LIMIT 1`,
);
const changeRules = statement(
  'change assembly rules',
  `INSERT INTO assembly_rules (coop_id, version, rules, resolution, recorded_by, recorded_at)
   SELECT ${COOP}, COALESCE(max(version), 0) + 1, $1::jsonb, $2, $3, $4 FROM assembly_rules WHERE ${OWN_COOP}
   RETURNING version`,
);

const call = statement(
  'call assembly',
  `INSERT INTO assemblies (coop_id, code, starts_at, day, place, called_on, late, rules, state, recorded_by, recorded_at)
   SELECT ${COOP}, $2::date || CASE count(*) WHEN 0 THEN '' ELSE '-' || count(*) + 1 END, $1, $2, $3, $4, $5, $6::jsonb,
     'called', $7, $8
   FROM assemblies WHERE ${OWN_COOP} AND day = $2
   RETURNING code`,
);
const addItems = statement(
  'add items of assembly',
  `INSERT INTO assembly_items (coop_id, assembly, number, kind, subject, covers, state)
   SELECT ${COOP}, $1, i, kind, subject, covers::json, 'waiting'
   FROM unnest($2::text[], $3::text[], $4::text[]) WITH ORDINALITY AS items (kind, subject, covers, i)`,
);

const READ = `SELECT code, starts_at AS "startsAt", day, rules, state FROM assemblies WHERE ${OWN_COOP} AND code = $1`;
const share = statement('share assembly', `${READ} FOR SHARE`);
const hold = statement('hold assembly', `${READ} FOR UPDATE`);

const cancel = statement(
  'cancel assembly',
  `UPDATE assemblies SET state = 'cancelled', cancelled_reason = $2, cancelled_by = $3 WHERE ${OWN_COOP} AND code = $1`,
);
const open = statement(
  'open assembly',
  `UPDATE assemblies SET state = 'open', quorum_call = $2, needed = $3, members = $4, present = $5, opened_at = $6,
     opened_by = $7
   WHERE ${OWN_COOP} AND code = $1`,
);
const close = statement(
  'close assembly',
  `UPDATE assemblies SET state = 'closed', closed_at = $2, closed_by = $3 WHERE ${OWN_COOP} AND code = $1`,
);

const readClosed = statement(
  'closed assembly',
  `SELECT a.code, a.day, a.starts_at AS "startsAt", a.place, a.called_on AS "calledOn", a.late,
     a.quorum_call AS "quorumCall", a.needed, a.members, a.present, a.opened_at AS "openedAt", a.closed_at AS "closedAt",
     (SELECT json_agg(json_build_object('number', i.number, 'subject', i.subject, 'state', i.state,
        'votesFor', i.votes_for, 'votesAgainst', i.votes_against, 'abstentions', i.abstentions,
        'resolution', i.resolution, 'covers', i.covers) ORDER BY i.number)
      FROM assembly_items i WHERE i.coop_id = a.coop_id AND i.assembly = a.code) AS agenda,
     COALESCE((SELECT json_agg(t.member ORDER BY t.member COLLATE "C") FROM attendance t
      WHERE t.coop_id = a.coop_id AND t.assembly = a.code AND t.present), '[]') AS attendance
   FROM assemblies a WHERE a.coop_id = ${COOP} AND a.code = $1`,
);

const attendance = statement(
  'count attendance',
  `SELECT (SELECT count(*)::int FROM members WHERE ${OWN_COOP} AND periods @> $2::date) AS members,
     (SELECT count(*)::int FROM attendance t JOIN members m ON m.coop_id = t.coop_id AND m.number = t.member
      WHERE t.coop_id = ${COOP} AND t.assembly = $1 AND t.present AND m.periods @> $2::date) AS present`,
);
const membersOn = statement(
  'members of day by number',
  `SELECT asked, f.number FROM ${asNamed(NAMES.member)} WHERE f.periods @> $2::date`,
);
const tick = statement(
  'tick attendance',
  `INSERT INTO attendance AS t (coop_id, assembly, member, present, recorded_by, recorded_at)
   SELECT ${COOP}, $1, member, present, $4, $5 FROM unnest($2::text[], $3::boolean[]) AS ticks (member, present)
   ORDER BY member
   ON CONFLICT (coop_id, assembly, member) DO UPDATE
     SET present = excluded.present, recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at
     WHERE t.present <> excluded.present
   RETURNING member`,
);
const presentOf = statement(
  'which members are present',
  `SELECT member FROM attendance WHERE ${OWN_COOP} AND assembly = $1 AND member = ANY($2) AND present`,
);
const votersOf = statement(
  'which members have voted',
  `SELECT DISTINCT member FROM votes WHERE ${OWN_COOP} AND assembly = $1 AND member = ANY($2) AND withdrawn_at IS NULL`,
);

const readItems = statement(
  'items of assembly',
  `SELECT number, kind, subject, covers, state, ballot FROM assembly_items WHERE ${OWN_COOP} AND assembly = $1
   ORDER BY number`,
);
const putToVote = statement(
  'put item to vote',
  `UPDATE assembly_items SET state = 'voting', ballot = $3, covers = $4::json
   WHERE ${OWN_COOP} AND assembly = $1 AND number = $2`,
);
const vote = statement(
  'take votes',
  `INSERT INTO votes (coop_id, assembly, item, member, nth, choice, own, recorded_by, recorded_at)
   SELECT ${COOP}, $1, $2::int, v.member,
     1 + (SELECT count(*) FROM votes p WHERE p.coop_id = ${COOP} AND p.assembly = $1 AND p.item = $2 AND p.member = v.member),
     v.choice, COALESCE(v.member = $5, false), $6, $7
   FROM unnest($3::text[], $4::text[]) AS v (member, choice) ORDER BY v.member
   ON CONFLICT DO NOTHING RETURNING member`,
);
const readVotes = statement(
  'votes on item',
  `SELECT member, choice FROM votes WHERE ${OWN_COOP} AND assembly = $1 AND item = $2 AND withdrawn_at IS NULL
   ORDER BY member`,
);
const withdraw = statement(
  'withdraw vote',
  `UPDATE votes SET withdrawn_at = $4, withdrawn_by = $5, withdrawn_reason = $6
   WHERE ${OWN_COOP} AND assembly = $1 AND item = $2 AND member = $3 AND withdrawn_at IS NULL
     AND (NOT own OR $6::text IS NULL)
   RETURNING member`,
);
const count = statement(
  'count ballot',
  `INSERT INTO ballot_counts (coop_id, assembly, item, nth, votes_for, votes_against, abstentions, teller_member,
     recorded_by, recorded_at)
   SELECT ${COOP}, $1, $2::int, 1 + count(*), $3, $4, $5, $6, $7, $8 FROM ballot_counts
   WHERE ${OWN_COOP} AND assembly = $1 AND item = $2`,
);
const readCounts = statement(
  'counts of ballot',
  `SELECT votes_for AS "votesFor", votes_against AS "votesAgainst", abstentions, recorded_by AS teller,
     teller_member AS "tellerMember"
   FROM ballot_counts WHERE ${OWN_COOP} AND assembly = $1 AND item = $2 ORDER BY nth`,
);
const settle = statement(
  'settle item',
  `UPDATE assembly_items SET state = $3, votes_for = $4, votes_against = $5, abstentions = $6, resolution = $7,
     settled_by = $8, settled_at = $9
   WHERE ${OWN_COOP} AND assembly = $1 AND number = $2`,
);
const lastResolution = statement(
  'last resolution of year',
  `SELECT COALESCE(max(substr(number, 6)::int), 0) AS last FROM resolutions
   WHERE ${OWN_COOP} AND number ~ ('^' || $1 || '-[0-9]{3,6}$')`,
);

const DIGITS = 3;

/** Assemblies in PostgreSQL. */
export class PostgresAssemblies extends AssembliesPort {
  async rules(tx: Transaction): Promise<AssemblyRules> {
    const [row] = await tx.query<{ rules: AssemblyRules }>(readRules);
    return row?.rules ?? FIRST_RULES;
  }

  async changeRules(tx: Transaction, rules: AssemblyRules, resolution: string | null, by: string): Promise<number> {
    const values = [JSON.stringify(rules), resolution, by, tx.now.toISOString()];
    return (await tx.one<{ version: number }>(changeRules, values)).version;
  }

  async call(
    tx: Transaction,
    { startsAt, day, place, calledOn, late, rules, agenda }: Call & { day: Day; late: boolean; rules: AssemblyRules },
    by: string,
  ): Promise<string> {
    const values = [startsAt, day, place, calledOn, late, JSON.stringify(rules), by, tx.now.toISOString()];
    const { code } = await tx.one<{ code: string }>(call, values);
    await tx.query(addItems, [
      code,
      agenda.map(({ kind }) => kind),
      agenda.map(({ subject }) => subject),
      agenda.map(({ covers }) => JSON.stringify(covers)),
    ]);
    return code;
  }

  async share(tx: Transaction, code: string): Promise<Assembly | undefined> {
    return (await tx.query<Assembly>(share, [code]))[0];
  }

  async hold(tx: Transaction, code: string): Promise<Assembly | undefined> {
    return (await tx.query<Assembly>(hold, [code]))[0];
  }

  async cancel(tx: Transaction, code: string, reason: string, by: string): Promise<void> {
    await tx.query(cancel, [code, reason, by]);
  }

  async open(
    tx: Transaction,
    code: string,
    { call, needed, members, present, openedAt }: Quorum & { openedAt: Instant; members: number; present: number },
    by: string,
  ): Promise<void> {
    await tx.query(open, [code, call, needed, members, present, openedAt, by]);
  }

  async close(tx: Transaction, code: string, closedAt: Instant, by: string): Promise<void> {
    await tx.query(close, [code, closedAt, by]);
    const closed = await tx.one<ClosedAssembly>(readClosed, [code]);
    tx.publish(assemblyClosed, assemblyAggregate(code), FIRST_SEQ, closedData(closed));
  }

  attendance(tx: Transaction, { code, day }: Assembly): Promise<{ members: number; present: number }> {
    return tx.one<{ members: number; present: number }>(attendance, [code, day]);
  }

  async membersOn(tx: Transaction, day: Day, numbers: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await tx.query<{ asked: string; number: string }>(membersOn, [[...new Set(numbers)], day]);
    return new Map(rows.map(({ asked, number }) => [nameKey(asked), number]));
  }

  async tick(tx: Transaction, code: string, present: ReadonlyMap<string, boolean>, by: string): Promise<number> {
    return (await tx.query(tick, [code, [...present.keys()], [...present.values()], by, tx.now.toISOString()])).length;
  }

  async presentOf(tx: Transaction, code: string, members: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await tx.query<{ member: string }>(presentOf, [code, members]);
    return new Set(rows.map(({ member }) => member));
  }

  async votersOf(tx: Transaction, code: string, members: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await tx.query<{ member: string }>(votersOf, [code, members]);
    return new Set(rows.map(({ member }) => member));
  }

  items(tx: Transaction, code: string): Promise<readonly Item[]> {
    return tx.query<Item>(readItems, [code]);
  }

  async putToVote(
    tx: Transaction,
    code: string,
    item: number,
    ballot: Ballot,
    covers: readonly Covered[],
  ): Promise<void> {
    await tx.query(putToVote, [code, item, ballot, JSON.stringify(covers)]);
  }

  async vote(
    tx: Transaction,
    code: string,
    item: number,
    votes: readonly Vote[],
    by: Writer,
  ): Promise<{ recorded: number; earlier: readonly Vote[] }> {
    const recorded = await tx.query<{ member: string }>(vote, [
      code,
      item,
      votes.map(({ member }) => member),
      votes.map(({ choice }) => choice),
      by.member,
      by.user,
      tx.now.toISOString(),
    ]);
    if (recorded.length === votes.length) return { recorded: recorded.length, earlier: [] };
    const fresh = new Set(recorded.map(({ member }) => member));
    const missing = new Set(votes.map(({ member }) => member).filter((member) => !fresh.has(member)));
    const earlier = (await this.votes(tx, code, item)).filter(({ member }) => missing.has(member));
    return { recorded: recorded.length, earlier };
  }

  async withdrawVote(
    tx: Transaction,
    code: string,
    item: number,
    asked: string,
    reason: string | null,
    by: string,
  ): Promise<boolean> {
    const member = await spelledOne(tx, NAMES.member, asked);
    return (await tx.query(withdraw, [code, item, member, tx.now.toISOString(), by, reason])).length > 0;
  }

  votes(tx: Transaction, code: string, item: number): Promise<readonly Vote[]> {
    return tx.query<Vote>(readVotes, [code, item]);
  }

  async count(tx: Transaction, code: string, item: number, tally: Tally, by: Writer): Promise<void> {
    const { votesFor, votesAgainst, abstentions } = tally;
    const now = tx.now.toISOString();
    await tx.query(count, [code, item, votesFor, votesAgainst, abstentions, by.member, by.user, now]);
  }

  counts(tx: Transaction, code: string, item: number): Promise<readonly Count[]> {
    return tx.query<Count>(readCounts, [code, item]);
  }

  async settle(
    tx: Transaction,
    code: string,
    item: number,
    { state, tally, resolution }: Settlement,
    by: string,
  ): Promise<void> {
    const { votesFor = null, votesAgainst = null, abstentions = null } = tally ?? {};
    const now = tx.now.toISOString();
    await tx.query(settle, [code, item, state, votesFor, votesAgainst, abstentions, resolution, by, now]);
  }

  async nextResolution(tx: Transaction, day: Day): Promise<string> {
    const year = day.slice(0, 4);
    const { last } = await tx.one<{ last: number }>(lastResolution, [year]);
    return `${year}-${String(last + 1).padStart(DIGITS, '0')}`;
  }
}
