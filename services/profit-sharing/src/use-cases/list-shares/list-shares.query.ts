import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import { AmountField, CodeField, ShownListField, ShownTextField } from '@ayni/http/fields';
import { Listing } from '@ayni/http/listing';
import { found } from '@ayni/kernel';

/** What a member gets of a run. */
export class SharingMember {
  @CodeField() member!: string;
  @ShownTextField({ nullable: true }) name!: string | null;
  @AmountField() share!: string;
  @AmountField({ description: 'kept as her capital' }) retained!: string;
  @AmountField({ description: 'set off against what she owed' }) offset!: string;
  @AmountField({ description: 'what she owes still' }) debtLeft!: string;
  @AmountField() net!: string;
}

/** What a household is paid of a run, with its members. */
export class ShareRow {
  @CodeField() household!: string;
  @ShownTextField({ nullable: true }) name!: string | null;
  @ShownListField(() => SharingMember) members!: readonly SharingMember[];
  @AmountField({ description: 'of its members together' }) net!: string;
  @AmountField() carriedBefore!: string;
  @AmountField({ description: 'in coins' }) paid!: string;
  @AmountField({ description: 'too small for a coin; it waits for the next run' }) carried!: string;
}

const MEMBER_FIGURES = ['share', 'retained', 'offset', 'debtLeft', 'net']
  .map((figure) => `'${figure}', m.figures ->> '${figure}'`)
  .join(', ');

/** The shares of a run by households, as they were frozen. */
export const shares = new Listing({
  row: ShareRow,
  name: 'run shares',
  from: 'run_households h',
  alias: 'h',
  columns: {
    household: 'h.household',
    name: 'h.name',
    members: `COALESCE((SELECT json_agg(json_build_object('member', m.member, 'name', m.name, ${MEMBER_FIGURES})
        ORDER BY m.member) FROM run_members m
      WHERE m.coop_id = h.coop_id AND m.run = h.run AND m.household = h.household), '[]')`,
    net: `h.figures ->> 'net'`,
    carriedBefore: 'h.carried_before',
    paid: `h.figures ->> 'paid'`,
    carried: `h.figures ->> 'carried'`,
  },
  order: ['h.household'],
  filters: { run: (run) => `h.run = ${run}::uuid` },
});

const readRun = statement(
  'run of shares',
  `SELECT id FROM runs WHERE coop_id = current_setting('app.coop')::uuid AND id = $1`,
);

/** @throws Refusal `not-found` where there is no such run */
export async function refuseUnknownRun(tx: Transaction, id: string): Promise<void> {
  const [run] = await tx.query<{ id: string }>(readRun, [id]);
  found(run, 'run', id);
}
