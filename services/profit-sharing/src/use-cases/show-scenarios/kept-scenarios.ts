import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import { nameKey } from '@ayni/kernel';
import type { FamilyGets, GroupGets, RulesGive } from '../compare-rules/compared-rules.js';
import { showSeason } from '../show-season/show-season.query.js';
import type { ShownScenarios } from './shown-scenarios.js';

type Kept = {
  readonly ruleSets: RulesGive[];
  readonly groups: GroupGets[];
  readonly families: FamilyGets[];
  /** In which family each member was. */
  readonly households: readonly { readonly member: string; readonly household: string }[];
};

const keep = statement(
  'keep shown scenarios',
  `INSERT INTO shown_scenarios (coop_id, season, compared, shown_by, shown_at)
   VALUES (current_setting('app.coop')::uuid, $1, $2, $3, $4)
   ON CONFLICT (coop_id, season) DO UPDATE
   SET compared = excluded.compared, shown_by = excluded.shown_by, shown_at = excluded.shown_at`,
);
const read = statement(
  'shown scenarios',
  `SELECT compared, shown_by AS "shownBy", shown_at AS "shownAt" FROM shown_scenarios
   WHERE coop_id = current_setting('app.coop')::uuid AND season = $1`,
);

export async function keepShown(tx: Transaction, season: string, kept: Kept, by: string): Promise<void> {
  await tx.query(keep, [season, JSON.stringify(kept), by, tx.now.toISOString()]);
}

/**
 * What everybody may see, and of the families that of one member alone.
 * @param member who asks, where she is a member
 * @throws Refusal `not-found` of the season
 */
export async function readShown(tx: Transaction, asked: string, member: string | null): Promise<ShownScenarios> {
  const { code: season } = await showSeason(tx, asked);
  const [row] = await tx.query<{ compared: Kept; shownBy: string; shownAt: string }>(read, [season]);
  if (row === undefined) return { season, shown: null };
  const { compared, shownBy, shownAt } = row;
  const own = compared.households.find((one) => member !== null && nameKey(one.member) === nameKey(member))?.household;
  const families = compared.families.filter(({ household }) => household === own);
  const { ruleSets, groups } = compared;
  return { season, shown: { shownBy, asOf: shownAt, ruleSets, groups, families } };
}
