import type { Case } from '@ayni/distribution';
import { found, Refusal, type Language } from '@ayni/kernel';
import { NAMES, spelledOne } from '@ayni/database/names';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import { placesOfRun } from '../../domain/runs/run.js';
import type { HouseholdShare, MemberShare, NamedSummary, RunSummary } from '../../domain/runs/run-shares.js';
import { readCode } from '../check-paper/check-paper.query.js';
import { paymentsOf } from '../show-payments/payments-of.query.js';
import { runStateSql } from '../list-runs/run-state.js';
import { followedSql, outOfOrderSql } from '../list-runs/run-order.js';
import { householdStatement, memberStatement, weightsOf } from '../../domain/papers/statement.js';
import type { CaseDocument, Head, ShownHouseholdStatement, ShownMemberStatement, ShownRun } from './shown-run.js';

type RunRow = ShownRun & { readonly case: Case };
type SummaryRow = Head & { readonly summary: RunSummary } & Pick<NamedSummary, 'funds'>;
type Named = { readonly name: string | null };

const show = statement(
  'show run',
  `SELECT id, season, ${runStateSql} AS state, currency, fingerprint, rules_version AS "rulesVersion", calculated_by AS "calculatedBy", calculated_at AS "calculatedAt",
     proposed_by AS "proposedBy", proposed_at AS "proposedAt", approved_by AS "approvedBy",
     approved_at AS "approvedAt", resolution, rejected_by AS "rejectedBy", rejected_at AS "rejectedAt", rejection,
     reversal_proposed_by AS "reversalProposedBy", reversal_reason AS "reversalReason", reversed_by AS "reversedBy",
     reversed_at AS "reversedAt", reversal_resolution AS "reversalResolution",
     ${followedSql} AS follows, ${outOfOrderSql} AS "outOfOrder", "case", outcome
   FROM runs r WHERE coop_id = current_setting('app.coop')::uuid AND id = $1`,
);

const readCase = statement(
  'show case',
  `SELECT "case" FROM runs WHERE coop_id = current_setting('app.coop')::uuid AND id = $1`,
);

const readSummary = statement(
  'show run summary',
  `SELECT r.id AS run, r.season, ${runStateSql} AS state, r.currency, r.resolution, r.fingerprint, ${followedSql} AS follows,
     ${outOfOrderSql} AS "outOfOrder", s.summary, s.funds
   FROM runs r JOIN run_summaries s ON s.coop_id = r.coop_id AND s.run = r.id
   WHERE r.coop_id = current_setting('app.coop')::uuid AND r.id = $1 AND (r.proposed_at IS NOT NULL OR NOT $2::boolean)`,
);

const readMember = statement(
  'show run member',
  `SELECT m.weights, m.figures, m.name FROM run_members m
   WHERE m.coop_id = current_setting('app.coop')::uuid AND m.run = $1 AND m.member = $2`,
);

const readHousehold = statement(
  'show run household',
  `SELECT h.carried_before AS "carriedBefore", h.figures, h.name, COALESCE((
     SELECT json_agg(m.figures ORDER BY m.member) FROM run_members m
     WHERE m.coop_id = h.coop_id AND m.run = h.run AND m.household = h.household), '[]') AS members
   FROM run_households h
   WHERE h.coop_id = current_setting('app.coop')::uuid AND h.run = $1 AND h.household = $2`,
);

async function read(tx: Transaction, id: string): Promise<RunRow> {
  const [run] = await tx.query<RunRow>(show, [id]);
  return found(run, 'run', id);
}

/** A member does not know of a run before the assembly does. */
async function readHead(
  tx: Transaction,
  id: string,
  own: string | null,
): Promise<{ head: Head; summary: NamedSummary }> {
  const [run] = await tx.query<SummaryRow>(readSummary, [id, own !== null]);
  const { summary, funds, ...head } = found(run, 'run', id);
  return { head, summary: { ...summary, funds } };
}

/** A run with its whole outcome; each member also with the weights that people speak of. */
export async function showRun(tx: Transaction, id: string): Promise<ShownRun> {
  const { case: frozen, outcome, ...run } = await read(tx, id);
  const weights = new Map(frozen.members.map((member) => [member.member, member.weights]));
  const members = outcome.members.map((member) => ({
    ...member,
    ...weightsOf(weights.get(member.member), placesOfRun({ outcome })),
  }));
  return { ...run, outcome: { ...outcome, members } };
}

/** The document from which anybody can work a run out again. */
export async function showCase(tx: Transaction, id: string): Promise<CaseDocument> {
  const [run] = await tx.query<Pick<RunRow, 'case'>>(readCase, [id]);
  return found(run, 'run', id).case;
}

/**
 * What a member gets of a run, and how that comes about.
 * @param own the member who asks, where she may see her own statement alone
 */
export async function showMemberStatement(
  tx: Transaction,
  id: string,
  member: string,
  language: Language,
  own: string | null,
): Promise<ShownMemberStatement> {
  const { head, summary } = await readHead(tx, id, own);
  const [row] = await tx.query<MemberShare & Named>(readMember, [id, await spelledOne(tx, NAMES.member, member)]);
  const share = found(row, 'member', member);
  const { member: party, net: amount } = share.figures;
  const check = await readCode(tx, id, { fingerprint: head.fingerprint, of: 'member', party, amount });
  const { household } = share.figures;
  const payment = (await paymentsOf(tx, head.run, [household])).get(household) ?? null;
  return { ...head, check, payment, name: share.name, ...memberStatement(summary, share, language) };
}

/**
 * What a household is paid of a run, and how that comes about.
 * @param own the member who asks, where she may see her own household's alone
 */
export async function showHouseholdStatement(
  tx: Transaction,
  id: string,
  household: string,
  language: Language,
  own: string | null,
): Promise<ShownHouseholdStatement> {
  const { head, summary } = await readHead(tx, id, own);
  const [row] = await tx.query<HouseholdShare & Named>(readHousehold, [
    id,
    await spelledOne(tx, NAMES.household, household),
  ]);
  if (own !== null && !row?.members.some(({ member }) => member === own)) throw new Refusal('not-yours');
  const share = found(row, 'household', household);
  const { household: party, paid: amount } = share.figures;
  const check = await readCode(tx, id, { fingerprint: head.fingerprint, of: 'household', party, amount });
  const payment = (await paymentsOf(tx, head.run, [party])).get(party) ?? null;
  return { ...head, check, payment, name: share.name, ...householdStatement(summary, share, language) };
}
