import { statement } from '@ayni/database/statement';

/** The first half of the numbers of the locks that inboxes take; the second is the co-op. */
const INBOX_LOCK = 4_201_002;

export const enter = statement(
  'inbox enter',
  `WITH arrived AS (
     SELECT * FROM unnest($2::uuid[], $3::text[], $4::int[], $5::text[], $6::uuid[], $7::bigint[], $8::text[], $9::text[])
       AS rows (event_id, aggregate, seq, type, command_id, position, source, digest)
   ),
   held AS (
     SELECT DISTINCT ON (aggregate) aggregate, state FROM inbox
     WHERE consumer = $1 AND state IN ('waiting', 'parked') ORDER BY aggregate, state
   )
   INSERT INTO inbox (coop_id, consumer, event_id, source, position, aggregate, seq, type, command_id, digest, state)
   SELECT current_setting('app.coop')::uuid, $1, a.event_id, a.source, a.position, a.aggregate, a.seq, a.type, a.command_id,
     a.digest, COALESCE(held.state, 'applied')
   FROM arrived a LEFT JOIN held USING (aggregate)
   ON CONFLICT DO NOTHING
   RETURNING event_id, state`,
);

export const setAside = statement(
  'inbox hold',
  `UPDATE inbox SET state = $2, reason = $3, waits_for = $4, raw = $5, body = NULL
   WHERE consumer = $1 AND event_id = $6`,
);

/** Those of the events that are not in the inbox as they came: their ids stand for others. */
export const others = statement(
  'inbox others',
  `SELECT event_id, digest FROM unnest($2::uuid[], $3::text[]) AS arrived (event_id, digest)
   WHERE NOT EXISTS (SELECT 1 FROM inbox WHERE consumer = $1 AND inbox.event_id = arrived.event_id
     AND COALESCE(inbox.digest = arrived.digest, true))`,
);

const HELD = 'SELECT source, position, raw, body FROM inbox';

export const waitingFor = statement(
  'inbox waiting for',
  `${HELD} WHERE consumer = $1 AND state = 'waiting' AND aggregate IN (
     SELECT aggregate FROM inbox WHERE consumer = $1 AND state = 'waiting' AND waits_for = ANY($2))
   ORDER BY source, position`,
);

export const parkedIn = statement(
  'inbox parked',
  `${HELD} WHERE consumer = $1 AND state = 'parked' AND aggregate = $2 ORDER BY seq, source, position`,
);

export const markApplied = statement(
  'inbox applied',
  `UPDATE inbox SET state = 'applied', waits_for = NULL, reason = NULL, body = NULL, raw = NULL
   WHERE consumer = $1 AND event_id = ANY($2::uuid[])`,
);

export const drop = statement(
  'inbox drop',
  `UPDATE inbox SET state = 'dropped', reason = $3 WHERE consumer = $1 AND event_id = $2 AND state = 'parked'
   RETURNING aggregate`,
);

export const lockShared = lock('inbox lock', 'pg_advisory_xact_lock_shared');
export const lockAlone = lock('inbox lock alone', 'pg_advisory_xact_lock');

/** What two workers apply of one co-op may overlap; what looks over all that is held back of it may not. */
function lock(name: string, acquire: string): ReturnType<typeof statement> {
  return statement(name, `SELECT ${acquire}(${INBOX_LOCK}, hashtext(current_setting('app.coop')))`);
}

export const positionIn = statement(
  'inbox position',
  'SELECT position FROM inbox_positions WHERE consumer = $1 AND source = $2',
);

export const moveTo = statement(
  'inbox move',
  `INSERT INTO inbox_positions (consumer, source, position) VALUES ($1, $2, $3)
   ON CONFLICT (consumer, source) DO UPDATE SET position = excluded.position`,
);

export const lastRecords = statement(
  'inbox places',
  `SELECT topic, partition, record_offset AS "offset", digest FROM inbox_places WHERE consumer = $1`,
);

export const tieTo = statement(
  'inbox tie',
  `INSERT INTO inbox_places (consumer, topic, partition, record_offset, digest)
   SELECT $1, * FROM unnest($2::text[], $3::int[], $4::bigint[], $5::text[])
   ON CONFLICT (consumer, topic, partition)
     DO UPDATE SET record_offset = excluded.record_offset, digest = excluded.digest`,
);
