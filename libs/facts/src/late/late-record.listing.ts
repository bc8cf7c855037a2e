import { CodeField, DayField, InstantField, OneOfField, ShownTextField, TextField } from '@ayni/http/fields';
import { Listing } from '@ayni/http/listing';
import { FACT_KINDS, type FactKind } from '@ayni/contracts';
import type { Day, Instant } from '@ayni/kernel';

export const LATE_STATES = ['waiting', 'posted', 'given-up'] as const;

/** A fact that came when its season was closed, and what became of it. */
export class LateRecordRow {
  @ShownTextField() id!: string;
  @OneOfField(FACT_KINDS) kind!: FactKind;
  @CodeField() code!: string;
  @DayField({ description: 'the day on which it truly was' }) day!: Day;
  @InstantField({ nullable: true, description: 'the moment, where it says one' }) happenedAt!: Instant | null;
  @InstantField({ description: 'when it was put down on the phone' }) keptAt!: Instant;
  @TextField(64, { description: 'who put it down' }) keptBy!: string;
  @InstantField({ description: 'when it was handed in' }) receivedAt!: Instant;
  @CodeField({ description: 'why it was refused' }) refusal!: string;
  @ShownTextField({ description: 'the row as it was sent, as JSON text' }) sent!: string;
  @OneOfField(LATE_STATES) state!: (typeof LATE_STATES)[number];
  @DayField({ nullable: true, description: 'its day in the books' }) postedOn!: Day | null;
  @TextField(500, { nullable: true, description: 'why it was given up' }) reason!: string | null;
  @TextField(64, { nullable: true, description: 'who posted it or gave it up' }) settledBy!: string | null;
  @InstantField({ nullable: true }) settledAt!: Instant | null;
}

const state = `CASE WHEN s.id IS NULL THEN 'waiting' WHEN s.posted_on IS NULL THEN 'given-up' ELSE 'posted' END`;

/** Late records in the order in which they came. */
export const lateRecords = new Listing({
  row: LateRecordRow,
  name: 'late records',
  from: 'late_records l LEFT JOIN late_settlements s ON s.coop_id = l.coop_id AND s.id = l.id',
  alias: 'l',
  columns: {
    id: 'l.id',
    kind: 'l.kind',
    code: 'l.code',
    day: 'l.day',
    happenedAt: 'l.happened_at',
    keptAt: 'l.kept_at',
    keptBy: 'l.kept_by',
    receivedAt: 'l.received_at',
    refusal: 'l.refusal',
    sent: 'l.sent',
    state,
    postedOn: 's.posted_on',
    reason: 's.reason',
    settledBy: 's.settled_by',
    settledAt: 's.settled_at',
  },
  order: ['l.id'],
  day: 'l.day',
  filters: { kind: 'l.kind', state, keptBy: 'l.kept_by' },
});
