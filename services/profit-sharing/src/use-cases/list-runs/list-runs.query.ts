import {
  AmountField,
  CodeField,
  CountField,
  CurrencyField,
  InstantField,
  OneOfField,
  TextField,
  YesNoField,
} from '@ayni/http/fields';
import type { Centavos, Currency, Instant } from '@ayni/kernel';
import { RUN_STATES, type RunState } from '../../domain/runs/run.js';
import { Listing } from '@ayni/http/listing';
import { runStateSql } from './run-state.js';
import { FOLLOWS, followedSql, OUT_OF_ORDER, outOfOrderSql, RULES_VERSION } from './run-order.js';

/** A run, without what each family gets. */
export class RunRow {
  @TextField(36) id!: string;
  @CodeField() season!: string;
  @OneOfField(RUN_STATES) state!: RunState;
  @CurrencyField() currency!: Currency;
  @AmountField() result!: Centavos;
  @AmountField() pool!: Centavos;
  @TextField(71, { description: 'of the case and its outcome together' }) fingerprint!: string;
  @CountField({ description: RULES_VERSION }) rulesVersion!: number;
  @InstantField() calculatedAt!: Instant;
  @InstantField({ nullable: true }) proposedAt!: Instant | null;
  @InstantField({ nullable: true }) approvedAt!: Instant | null;
  @CodeField({ nullable: true, description: 'the resolution under which it was approved' }) resolution!: string | null;
  @InstantField({ nullable: true }) rejectedAt!: Instant | null;
  @TextField(500, { nullable: true, description: 'why it was rejected' }) rejection!: string | null;
  @TextField(500, { nullable: true, description: 'why it is to be reversed' }) reversalReason!: string | null;
  @InstantField({ nullable: true }) reversedAt!: Instant | null;
  @CodeField({ nullable: true, description: FOLLOWS }) follows!: string | null;
  @YesNoField({ description: OUT_OF_ORDER }) outOfOrder!: boolean;
}

/** Runs in the order in which they were calculated; what each member gets stands on the run itself. */
export const runs = new Listing({
  row: RunRow,
  name: 'runs',
  from: 'runs r JOIN run_summaries s ON s.coop_id = r.coop_id AND s.run = r.id',
  alias: 'r',
  columns: {
    id: 'r.id',
    season: 'r.season',
    state: runStateSql,
    currency: 'r.currency',
    result: `s.summary -> 'outcome' ->> 'result'`,
    pool: `s.summary -> 'outcome' ->> 'pool'`,
    fingerprint: 'r.fingerprint',
    rulesVersion: 'r.rules_version',
    calculatedAt: 'r.calculated_at',
    proposedAt: 'r.proposed_at',
    approvedAt: 'r.approved_at',
    resolution: 'r.resolution',
    rejectedAt: 'r.rejected_at',
    rejection: 'r.rejection',
    reversalReason: 'r.reversal_reason',
    reversedAt: 'r.reversed_at',
    follows: followedSql,
    outOfOrder: outOfOrderSql,
  },
  order: ['r.calculated_at', 'r.id'],
  filters: {
    season: 'r.season',
    state: runStateSql,
    proposed: (parameter) => `(r.proposed_at IS NOT NULL) = ${parameter}::boolean`,
  },
});
