import { AmountField, CodeField, ShownListField, TextField } from '@ayni/http/fields';
import { formatAmount, type Day } from '@ayni/kernel';
import { standing } from '@ayni/facts/standing';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import type { CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import { leftOf, positionOf, type GrantSums } from '../../domain/grant-sums.js';
import { movedOfGrant } from '../../facts/moved-of-grant.js';

/** A grant with an amount that is not settled. */
export class UnsettledGrant {
  @CodeField() grant!: string;
  @TextField(200) funder!: string;
  @AmountField() amount!: string;
}

/** What is not settled of grants by the end of a day. */
export class UnsettledGrants {
  @ShownListField(() => UnsettledGrant, {
    description: 'what funders owe for expenses before their money came: to be received, or written off',
  })
  preFinanced!: readonly UnsettledGrant[];
  @ShownListField(() => UnsettledGrant, { description: 'by how much older releases let more be spent than was agreed' })
  overspent!: readonly UnsettledGrant[];
}

type Row = GrantSums & { readonly grant: string; readonly funder: string };

const readSums = statement(
  'grants before a day',
  `SELECT f.code AS "grant", f.funder, f.amount AS agreed,
     m.received + CASE WHEN f.received_on IS NULL THEN 0 ELSE f.amount END AS received,
     m.refunded, m.spent, m.written_off AS "writtenOff"
   FROM grants f CROSS JOIN LATERAL (${movedOfGrant('$1')}) m
   WHERE f.coop_id = current_setting('app.coop')::uuid AND ${standing('grant', 'f')} ORDER BY f.code`,
);

/** Finds what is not settled of grants, by the days of documents and not by when they were entered. */
export class FindUnsettledGrants {
  constructor(private readonly coops: CoopDirectory) {}

  /** @param until the first day whose documents do not count any more */
  async run(tx: Transaction, until: Day): Promise<UnsettledGrants> {
    const { places } = await this.coops.get(tx);
    const grants = await tx.query<Row>(readSums, [until]);
    const those = (amountOf: (sums: GrantSums) => bigint): UnsettledGrant[] =>
      grants.flatMap((row) => {
        const amount = amountOf(row);
        return amount > 0n ? [{ grant: row.grant, funder: row.funder, amount: formatAmount(amount, places) }] : [];
      });
    return { preFinanced: those((sums) => positionOf(sums).owed), overspent: those((sums) => -leftOf(sums)) };
  }
}
