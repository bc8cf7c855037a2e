import type { Case, Outcome } from '@ayni/distribution';
import { found, notFound, Refusal, type Language } from '@ayni/kernel';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import {
  householdStatement,
  memberStatement,
  weightsOf,
  type HouseholdStatement,
  type MemberStatement,
} from '../../domain/statement.js';

type RunRow = {
  readonly id: string;
  readonly season: string;
  readonly state: string;
  readonly currency: string;
  readonly fingerprint: string;
  readonly calculatedBy: string;
  readonly calculatedAt: string;
  readonly proposedBy: string | null;
  readonly proposedAt: string | null;
  readonly approvedBy: string | null;
  readonly approvedAt: string | null;
  readonly resolution: string | null;
  readonly rejectedBy: string | null;
  readonly rejectedAt: string | null;
  readonly rejection: string | null;
  readonly case: Case;
  readonly outcome: Outcome;
};

type Head = Pick<RunRow, 'season' | 'state' | 'currency' | 'resolution' | 'fingerprint'> & { readonly run: string };

const show = statement(
  'show run',
  `SELECT id, season, state, currency, fingerprint, calculated_by AS "calculatedBy", calculated_at AS "calculatedAt",
     proposed_by AS "proposedBy", proposed_at AS "proposedAt", approved_by AS "approvedBy",
     approved_at AS "approvedAt", resolution, rejected_by AS "rejectedBy", rejected_at AS "rejectedAt", rejection,
     "case", outcome
   FROM runs WHERE coop_id = current_setting('app.coop')::uuid AND id = $1`,
);

const nameOf = statement(
  'name of member',
  `SELECT name FROM members WHERE coop_id = current_setting('app.coop')::uuid AND number = $1`,
);

const householdName = statement(
  'name of household',
  `SELECT name FROM households WHERE coop_id = current_setting('app.coop')::uuid AND code = $1`,
);

async function read(tx: Transaction, id: string): Promise<RunRow> {
  const [run] = await tx.query<RunRow>(show, [id]);
  return found(run, 'run', id);
}

/** A run with its whole outcome; each member also with the weights that people speak of. */
export async function showRun(tx: Transaction, id: string): Promise<object> {
  const { case: frozen, outcome, ...run } = await read(tx, id);
  const members = outcome.members.map((member) => ({ ...member, ...weightsOf(frozen, member.member) }));
  return { ...run, outcome: { ...outcome, members } };
}

/** The document from which anybody can work a run out again. */
export async function showCase(tx: Transaction, id: string): Promise<Case> {
  return (await read(tx, id)).case;
}

/** What a member gets of a run, and how that comes about. */
export async function showMemberStatement(
  tx: Transaction,
  id: string,
  member: string,
  language: Language,
): Promise<Head & MemberStatement & { readonly name: string | null }> {
  const run = await read(tx, id);
  const worked = found(memberStatement(run, member, language), 'member', member);
  const [named] = await tx.query<{ name: string }>(nameOf, [member]);
  return { ...headOf(run), name: named?.name ?? null, ...worked };
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
): Promise<Head & HouseholdStatement & { readonly name: string | null }> {
  const run = await read(tx, id);
  const worked = householdStatement(run, household, language);
  if (own !== null && !worked?.members.includes(own)) throw new Refusal('not-yours');
  if (!worked) throw notFound('household', household);
  const [named] = await tx.query<{ name: string }>(householdName, [household]);
  return { ...headOf(run), name: named?.name ?? null, ...worked };
}

const headOf = ({ id, season, state, currency, resolution, fingerprint }: RunRow): Head => ({
  run: id,
  season,
  state,
  currency,
  resolution,
  fingerprint,
});
