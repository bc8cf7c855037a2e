import type { UnfinishedThing } from '@ayni/contracts';
import { statement } from '@ayni/database/statement';
import { standing } from '@ayni/facts/standing';
import type { ListUnfinished } from '@ayni/facts/unfinished';
import { leftOf, positionOf, type GrantSums } from '../domain/grants/grant-sums.js';
import { movedOfGrant } from '../facts/moved-of-grant.js';

type Row = GrantSums & { readonly grant: string };

const readSums = statement(
  'grants before a day',
  `SELECT f.code AS "grant", f.amount AS agreed,
     m.received + CASE WHEN f.received_on IS NULL THEN 0 ELSE f.amount END AS received,
     m.refunded, m.spent, m.written_off AS "writtenOff", m.recovered
   FROM grants f CROSS JOIN LATERAL (${movedOfGrant('$1')}) m
   WHERE f.coop_id = current_setting('app.coop')::uuid AND ${standing('grant', 'f')} ORDER BY f.code`,
);

/**
 * What funders owe for expenses before their money came, and by how much older releases let more be spent than was
 * agreed; by the days of documents up to the season's end, not by when they were entered.
 */
export const unsettledGrants: ListUnfinished = async (tx, { until }) => {
  const grants = await tx.query<Row>(readSums, [until]);
  const those = (kind: UnfinishedThing['kind'], amountOf: (sums: GrantSums) => bigint): UnfinishedThing[] =>
    grants.flatMap((row) => {
      const amount = amountOf(row);
      return amount > 0n ? [{ kind, of: row.grant, records: 1, sum: amount.toString() }] : [];
    });
  return [
    ...those('prefinanced-grant', (sums) => positionOf(sums).owed),
    ...those('overspent-grant', (sums) => -leftOf(sums)),
  ];
};
