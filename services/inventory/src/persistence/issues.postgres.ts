import { shortageFound, stockIssued, stockIssuedV2 } from '@ayni/contracts';
import { FIRST_SEQ } from '@ayni/database/event-table';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import { ReversalEntity } from '@ayni/facts/reversal.entity';
import { grouped, type CommandId, type Day } from '@ayni/kernel';
import type { Draw } from '../domain/allocation.js';
import type { Withdrawal } from '../domain/harvest.js';
import type { Issue } from '../domain/issue.js';
import { IssuesPort } from '../domain/issues.port.js';
import type { Drawn, Retold } from '../domain/stock.port.js';
import { issueAggregate, issueData, issuedAnew, shortageData, type IssuedLine } from '../publishing/issue-events.js';
import { IssueEntity } from './issue.entity.js';
import { reversalRow } from './withdrawal.js';

const bump = statement(
  'inventory bump issues',
  `UPDATE issues SET events = events + added.n
   FROM unnest($1::text[], $2::int[]) AS added (code, n)
   WHERE coop_id = current_setting('app.coop')::uuid AND issues.code = added.code
   RETURNING issues.code, issues.day, events`,
);

const readLines = statement(
  'inventory lines of issues',
  `SELECT t.code AS receipt, t.line, l.product, t.lot, sum(t.quantity)::bigint AS quantity
   FROM takings t JOIN lots l ON l.coop_id = t.coop_id AND l.code = t.lot
   WHERE t.coop_id = current_setting('app.coop')::uuid AND t.use = 'sale' AND t.code = ANY($1::text[])
   GROUP BY t.code, t.line, l.product, t.lot, l.expires_on, l.received_at HAVING sum(t.quantity) <> 0
   ORDER BY t.code, t.line, l.expires_on, l.received_at, t.lot`,
);

type Told = { readonly code: string; readonly day: Day; readonly events: number };

/** What receipts took, in PostgreSQL; what was issued and what was short goes to the outbox in the same transaction. */
export class PostgresIssues extends IssuesPort {
  async add(tx: Transaction, issues: readonly Issue[], { takings, short, retold }: Drawn): Promise<void> {
    const taken = byReceipt(takings);
    const lacking = byReceipt(short);
    const rows = issues.map(({ receipt, day, total, lines }) => {
      return { code: receipt, day, lines: lines.length, centavos: total, events: 1 + of(lacking, receipt).length };
    });
    await tx.insert(IssueEntity, rows);
    for (const issue of issues) {
      const { receipt, command: commandid } = issue;
      const aggregate = issueAggregate(receipt);
      tx.publish(stockIssued, aggregate, FIRST_SEQ, issueData(issue, of(taken, receipt)), { commandid });
      of(lacking, receipt).forEach((one, i) =>
        tx.publish(shortageFound, aggregate, FIRST_SEQ + 1 + i, shortageData(one), { commandid }),
      );
    }
    await this.retell(tx, retold);
  }

  async retell(tx: Transaction, { moved, short }: Retold): Promise<void> {
    const lacking = byReceipt(short);
    const commands = new Map<string, CommandId | undefined>(
      short.map(({ demand }) => [demand.code, demand.command] as const),
    );
    for (const { receipt, command } of moved) commands.set(receipt, command);
    if (commands.size === 0) return;
    const others = new Set(moved.map(({ receipt }) => receipt));
    const receipts = [...commands.keys()];
    const counts = receipts.map((receipt) => (others.has(receipt) ? 1 : 0) + of(lacking, receipt).length);
    const rows = await tx.query<Told>(bump, [receipts, counts]);
    const lines = others.size === 0 ? [] : await tx.query<IssuedLine>(readLines, [[...others]]);
    const linesOf = grouped(lines, ({ receipt }) => receipt);
    for (const { code, day, events } of rows) {
      const aggregate = issueAggregate(code);
      const command = commands.get(code);
      const cause = command === undefined ? undefined : { commandid: command };
      const found = of(lacking, code);
      let seq = events - found.length;
      if (others.has(code)) tx.publish(stockIssuedV2, aggregate, seq, issuedAnew(code, day, of(linesOf, code)), cause);
      for (const one of found) tx.publish(shortageFound, aggregate, ++seq, shortageData(one), cause);
    }
  }

  async reverse(tx: Transaction, withdrawals: readonly Withdrawal[]): Promise<void> {
    await tx.insert(
      ReversalEntity,
      withdrawals.map((withdrawal) => reversalRow(tx, 'sale', 'sales', withdrawal)),
    );
  }
}

const byReceipt = <T extends { readonly demand: Draw }>(items: readonly T[]): Map<string, T[]> =>
  grouped(items, ({ demand }) => demand.code);

const of = <T>(receipts: ReadonlyMap<string, readonly T[]>, receipt: string): readonly T[] =>
  receipts.get(receipt) ?? [];
