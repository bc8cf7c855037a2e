import { shortageFound, stockIssued } from '@ayni/contracts';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import { ReversalEntity } from '@ayni/facts/reversal.entity';
import type { Allocation, Draw, Shortfall } from '../domain/allocation.js';
import type { Withdrawal } from '../domain/harvest.js';
import type { Issue } from '../domain/issue.js';
import { IssuesPort } from '../domain/issues.port.js';
import { issueAggregate, issueData, shortageData } from '../publishing/issue-events.js';
import { IssueEntity } from './issue.entity.js';
import { reversalRow } from './withdrawal.js';

const bump = statement(
  'inventory bump issues',
  `UPDATE issues SET events = events + added.n
   FROM unnest($1::text[], $2::int[]) AS added (code, n)
   WHERE coop_id = current_setting('app.coop')::uuid AND issues.code = added.code
   RETURNING issues.code, events`,
);

/** What receipts took, in PostgreSQL; what was issued and what was short goes to the outbox in the same transaction. */
export class PostgresIssues extends IssuesPort {
  async add(tx: Transaction, issues: readonly Issue[], { takings, short }: Allocation<Draw>): Promise<void> {
    const taken = byReceipt(takings);
    const lacking = byReceipt(short);
    const rows = issues.map(({ receipt, day, total, lines }) => {
      return { code: receipt, day, lines: lines.length, centavos: total, events: 1 + of(lacking, receipt).length };
    });
    await tx.insert(IssueEntity, rows);
    for (const issue of issues) {
      const { receipt, command: commandid } = issue;
      const aggregate = issueAggregate(receipt);
      tx.publish(stockIssued, aggregate, 1, issueData(issue, of(taken, receipt)), { commandid });
      of(lacking, receipt).forEach((one, i) =>
        tx.publish(shortageFound, aggregate, i + 2, shortageData(one), { commandid }),
      );
    }
  }

  async tellShort(tx: Transaction, short: readonly Shortfall<Draw>[]): Promise<void> {
    const lacking = byReceipt(short.filter(({ demand }) => demand.use === 'sale'));
    if (lacking.size === 0) return;
    const counts = [...lacking.values()].map((one) => one.length);
    const rows = await tx.query<{ code: string; events: number }>(bump, [[...lacking.keys()], counts]);
    for (const { code, events } of rows) {
      const found = of(lacking, code);
      found.forEach((one, i) => {
        const { command } = one.demand;
        const cause = command === undefined ? undefined : { commandid: command };
        tx.publish(shortageFound, issueAggregate(code), events - found.length + i + 1, shortageData(one), cause);
      });
    }
  }

  async reverse(tx: Transaction, withdrawals: readonly Withdrawal[]): Promise<void> {
    await tx.insert(
      ReversalEntity,
      withdrawals.map((withdrawal) => reversalRow(tx, 'sale', 'sales', withdrawal)),
    );
  }
}

function byReceipt<T extends { readonly demand: Draw }>(items: readonly T[]): Map<string, T[]> {
  const receipts = new Map<string, T[]>();
  for (const item of items) {
    const known = receipts.get(item.demand.code);
    if (known) known.push(item);
    else receipts.set(item.demand.code, [item]);
  }
  return receipts;
}

const of = <T>(receipts: ReadonlyMap<string, readonly T[]>, receipt: string): readonly T[] =>
  receipts.get(receipt) ?? [];
