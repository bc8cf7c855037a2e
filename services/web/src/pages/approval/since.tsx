import { isApproved } from '../../api/approved.js';
import { outcomeOf } from '../../api/outcome.js';
import type { Answer } from '../../api/route.js';
import { Table } from '../../design/table.js';
import { useList } from '../../hooks/use-list.js';
import { useRead } from '../../hooks/use-read.js';
import { inMoney } from '../../words/money.js';
import { say } from '../../words/say.js';

type Run = Answer<'GET /api/profit-sharing/v1/runs/{id}'>;

/** The figures of a run beside those of the season that was shared before it; nothing where it is the first. */
export function Since({ run }: { run: Run }) {
  const runs = useList('GET /api/profit-sharing/v1/runs', {});
  const last = runs.items
    ?.filter(({ state }) => isApproved(state))
    .sort((a, b) => ((a.approvedAt ?? '') < (b.approvedAt ?? '') ? 1 : -1))[0];
  const before = useRead(
    'GET /api/profit-sharing/v1/runs/{id}',
    { path: { id: last?.id ?? '' } },
    { when: last !== undefined },
  );
  if (before.data === undefined) return null;
  const [then, now] = [outcomeOf(before.data.value.outcome), outcomeOf(run.outcome)];
  const rows = [
    { figure: say('shares.result'), then: then.result, now: now.result },
    { figure: say('shares.pool'), then: then.pool, now: now.pool },
    { figure: say('shares.offset'), then: then.totals.offset, now: now.totals.offset },
    { figure: say('shares.paid'), then: then.totals.paid, now: now.totals.paid },
  ];
  return (
    <>
      <h3>{say('approval.since')}</h3>
      <Table
        caption={say('approval.since')}
        rows={rows}
        keyOf={({ figure }) => figure}
        columns={[
          { head: say('approval.figure'), cell: ({ figure }) => figure, by: ({ figure }) => figure },
          {
            head: say('approval.seasonOf', { season: before.data.value.season }),
            cell: (row) => inMoney(row.then, run.currency),
            by: (row) => row.then,
            number: true,
          },
          {
            head: say('approval.seasonOf', { season: run.season }),
            cell: (row) => inMoney(row.now, run.currency),
            by: (row) => row.now,
            number: true,
          },
        ]}
      />
    </>
  );
}
