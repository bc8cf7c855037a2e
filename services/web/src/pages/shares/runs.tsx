import { Link } from 'wouter';
import { Downloads } from '../../design/downloads.js';
import { Page } from '../../design/page.js';
import { RunState } from '../../design/run-state.js';
import { ShownList } from '../../design/shown.js';
import { Table } from '../../design/table.js';
import { useList } from '../../hooks/use-list.js';
import { useWho } from '../../hooks/use-who.js';
import { moment } from '../../words/dates.js';
import { inMoney } from '../../words/money.js';
import { say } from '../../words/say.js';

/** All shares that were worked out, the newest first. */
export default function Runs() {
  const runs = useList('GET /api/profit-sharing/v1/runs', {});
  const { timezone } = useWho().coop;
  return (
    <Page
      title={say('shares.title')}
      acts={runs.items?.length ? <Downloads route="GET /api/profit-sharing/v1/runs" sent={{}} /> : undefined}
    >
      <ShownList
        list={runs}
        empty={
          <>
            <p>{say('shares.none')}</p>
            <div>
              <Link href="/gestion" className="button main">
                {say('shares.toSeason')}
              </Link>
            </div>
          </>
        }
      >
        {(items) => (
          <Table
            caption={say('shares.title')}
            rows={[...items].sort((a, b) => (a.calculatedAt < b.calculatedAt ? 1 : -1))}
            keyOf={({ id }) => id}
            columns={[
              {
                head: say('shares.season'),
                cell: ({ id, season }) => <Link href={`/reparto/${id}`}>{season}</Link>,
                by: ({ season }) => season,
              },
              { head: say('shares.state'), cell: ({ state }) => <RunState state={state} />, by: ({ state }) => state },
              {
                head: say('shares.calculatedAt'),
                cell: ({ calculatedAt }) => moment(calculatedAt, timezone),
                by: ({ calculatedAt }) => calculatedAt,
              },
              {
                head: say('shares.result'),
                cell: ({ result, currency }) => inMoney(result, currency),
                by: ({ result }) => result,
                number: true,
              },
              {
                head: say('shares.pool'),
                cell: ({ pool, currency }) => inMoney(pool, currency),
                by: ({ pool }) => pool,
                number: true,
              },
            ]}
          />
        )}
      </ShownList>
    </Page>
  );
}
