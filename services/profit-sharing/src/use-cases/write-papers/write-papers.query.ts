import { found, Refusal, type Language } from '@ayni/kernel';
import { NAMES, spelledOne } from '@ayni/database/names';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import { packOf, type KeptHousehold, type Pack } from '../../domain/papers/pack.js';
import type { NamedSummary, RunSummary } from '../../domain/runs/run-shares.js';
import {
  householdPaper,
  memberPaper,
  type NamedHousehold,
  type NamedMember,
  type PaperHead,
  type StatementPaper,
} from '../../domain/papers/statement-paper.js';
import { paymentsOf } from '../show-payments/payments-of.query.js';
import { runStateSql } from '../list-runs/run-state.js';
import { readCode } from '../check-paper/check-paper.query.js';
import { paperRules, type NamedRules } from './paper-rules.js';
import { codeOf } from '../check-paper/seal.js';

const readRun = statement(
  'run of papers',
  `SELECT c.name AS coop, c.code AS "coopCode", r.season, ${runStateSql} AS state, r.resolution, r.currency, r.fingerprint,
     r.calculated_at AS "calculatedAt", s.summary, s.funds, encode(s.check_key, 'hex') AS key,
     CASE WHEN o.code IS NOT NULL THEN json_build_object('name', o.name, 'version', v.own_version,
       'amended', r.rules_version > 1, 'law', o.law, 'copies', o.copies) END AS under
   FROM runs r JOIN run_summaries s ON s.coop_id = r.coop_id AND s.run = r.id JOIN coops c ON c.coop_id = r.coop_id
     LEFT JOIN season_rules v ON v.coop_id = r.coop_id AND v.season = r.season AND v.version = r.rules_version
     LEFT JOIN own_rule_sets o ON o.coop_id = r.coop_id AND o.code = v.own_rule_set
   WHERE r.coop_id = current_setting('app.coop')::uuid AND r.id = $1 AND (r.proposed_at IS NOT NULL OR NOT $2::boolean)`,
);

const readMember = statement(
  'member of a paper',
  `SELECT m.weights, m.figures, m.name FROM run_members m
   WHERE m.coop_id = current_setting('app.coop')::uuid AND m.run = $1 AND m.member = $2`,
);

const householdsWhere = (which: string): string =>
  `SELECT h.carried_before AS "carriedBefore", h.figures, h.name, COALESCE((
     SELECT json_agg(json_build_object('weights', m.weights, 'figures', m.figures, 'name', m.name) ORDER BY m.member)
     FROM run_members m WHERE m.coop_id = h.coop_id AND m.run = h.run AND m.household = h.household), '[]') AS members
   FROM run_households h
   WHERE h.coop_id = current_setting('app.coop')::uuid AND h.run = $1 AND ${which}`;

const readHousehold = statement('household of a paper', householdsWhere('h.household = $2'));
const readHouseholds = statement(
  'households of papers',
  `${householdsWhere('h.household COLLATE "C" > $2 COLLATE "C"')} ORDER BY h.household COLLATE "C" LIMIT $3`,
);

const readPackHouseholds = statement(
  'households of a pack',
  `SELECT h.name, h.carried_before AS "carriedBefore", h.figures, k.pays, COALESCE((
     SELECT json_agg(json_build_object('member', m.member, 'share', m.figures ->> 'share',
       'retained', m.figures ->> 'retained', 'offset', m.figures ->> 'offset') ORDER BY m.member)
     FROM run_members m WHERE m.coop_id = h.coop_id AND m.run = h.run AND m.household = h.household), '[]') AS members
   FROM run_households h
     LEFT JOIN (SELECT e ->> 'household' AS household, e ->> 'pays' AS pays
       FROM runs r, json_array_elements(COALESCE(r."case" -> 'households', '[]')) e
       WHERE r.coop_id = current_setting('app.coop')::uuid AND r.id = $1) k ON k.household = h.household
   WHERE h.coop_id = current_setting('app.coop')::uuid AND h.run = $1 ORDER BY h.household COLLATE "C"`,
);

/** So many households are read at once. */
const BATCH = 100;

/** A member does not know of a run before the assembly does. */
async function read(
  tx: Transaction,
  id: string,
  own: string | null,
): Promise<{ head: PaperHead; summary: NamedSummary; key: string }> {
  type Row = Omit<PaperHead, 'rules'> & Pick<NamedSummary, 'funds'>;
  type Read = Row & { readonly summary: RunSummary; readonly key: string; readonly under: NamedRules | null };
  const [row] = await tx.query<Read>(readRun, [id, own !== null]);
  const { summary, funds, key, under, ...head } = found(row, 'run', id);
  const rules = under && paperRules(under, summary.case.ruleSet);
  return { head: { ...head, rules }, key, summary: { ...summary, funds } };
}

/**
 * What a member is handed of a run.
 * @param own the member who asks, where she may see her own paper alone
 */
export async function writeMemberPaper(
  tx: Transaction,
  id: string,
  member: string,
  language: Language,
  own: string | null,
): Promise<StatementPaper> {
  const { head, summary } = await read(tx, id, own);
  const [row] = await tx.query<NamedMember>(readMember, [id, await spelledOne(tx, NAMES.member, member)]);
  const share = found(row, 'member', member);
  const { member: party, net: amount } = share.figures;
  const check = await readCode(tx, id, { fingerprint: head.fingerprint, of: 'member', party, amount });
  const { household } = share.figures;
  const payment = (await paymentsOf(tx, id, [household])).get(household) ?? null;
  return memberPaper(head, summary, share, check, payment, language);
}

/**
 * What a household is handed of a run.
 * @param own the member who asks, where she may see her own household's alone
 */
export async function writeHouseholdPaper(
  tx: Transaction,
  id: string,
  household: string,
  language: Language,
  own: string | null,
): Promise<StatementPaper> {
  const { head, summary } = await read(tx, id, own);
  const [row] = await tx.query<NamedHousehold>(readHousehold, [id, await spelledOne(tx, NAMES.household, household)]);
  if (own !== null && !row?.members.some(({ figures }) => figures.member === own)) throw new Refusal('not-yours');
  const share = found(row, 'household', household);
  const { household: party, paid: amount } = share.figures;
  const check = await readCode(tx, id, { fingerprint: head.fingerprint, of: 'household', party, amount });
  const payment = (await paymentsOf(tx, id, [party])).get(party) ?? null;
  return householdPaper(head, summary, share, check, payment, language);
}

/** Of which run papers are. */
export async function readPaperHead(tx: Transaction, id: string): Promise<PaperHead> {
  return (await read(tx, id, null)).head;
}

/** The papers of all households of a run, by their codes, some at a time. */
export async function* writeHouseholdPapers(
  tx: Transaction,
  id: string,
  language: Language,
): AsyncGenerator<readonly StatementPaper[], void> {
  const { head, summary, key } = await read(tx, id, null);
  const { fingerprint } = head;
  let [after, place] = ['', 0];
  for (;;) {
    const rows = await tx.query<NamedHousehold>(readHouseholds, [id, after, BATCH]);
    const first = place;
    const paid = await paymentsOf(
      tx,
      id,
      rows.map(({ figures }) => figures.household),
    );
    if (rows.length > 0)
      yield rows.map((row, i) => {
        const { household: party, paid: amount } = row.figures;
        const check = codeOf({ run: id, of: 'household', place: first + i, key, fingerprint, party, amount });
        return householdPaper(head, summary, row, check, paid.get(party) ?? null, language);
      });
    if (rows.length < BATCH) return;
    after = rows.at(-1)?.figures.household ?? '';
    place += rows.length;
  }
}

/** A whole run as the assembly has it before it. */
export async function writePack(tx: Transaction, id: string, language: Language): Promise<Pack> {
  const { head, summary } = await read(tx, id, null);
  return packOf(head, summary, await tx.query<KeptHousehold>(readPackHouseholds, [id]), language);
}
