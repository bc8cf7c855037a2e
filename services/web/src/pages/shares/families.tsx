import { formatAmount, readAmount } from '@ayni/kernel';
import { Link } from 'wouter';
import { outcomeOf } from '../../api/outcome.js';
import type { Answer } from '../../api/route.js';
import { Bars, sizeOf } from '../../design/chart.js';
import { Downloads } from '../../design/downloads.js';
import { ShownList } from '../../design/shown.js';
import { Table } from '../../design/table.js';
import { useList, type ItemOf } from '../../hooks/use-list.js';
import { useWho } from '../../hooks/use-who.js';
import { inMoney } from '../../words/money.js';
import { say } from '../../words/say.js';

type Share = ItemOf<'GET /api/profit-sharing/v1/runs/{id}/shares'>;
type Figure = 'share' | 'offset' | 'retained';

const WHOLE = { limit: 500 };

/** What each family gets of a run, as a picture and as a table; each leads to how that comes about. */
export function Families({ run }: { run: Answer<'GET /api/profit-sharing/v1/runs/{id}'> }) {
  const { id, currency } = run;
  const sent = { path: { id } };
  const shares = useList('GET /api/profit-sharing/v1/runs/{id}/shares', { ...sent, query: WHOLE });
  const { totals } = outcomeOf(run.outcome);
  const { places } = useWho().coop;
  const sumOf = ({ members }: Share, figure: Figure): string =>
    formatAmount(
      members.reduce((sum, member) => sum + readAmount(member[figure], places), 0n),
      places,
    );
  const money = (amount: string): string => inMoney(amount, currency);
  const nameOf = ({ household, name }: Share): string => name ?? household;
  const isRetained = /[1-9]/.test(totals.retained);

  return (
    <section className="stack small">
      <div className="row ends">
        <h2>{say('shares.families')}</h2>
        <Downloads route="GET /api/profit-sharing/v1/runs/{id}/shares" sent={sent} />
      </div>
      <p className="soft">{say('shares.familiesText')}</p>
      <ShownList list={shares} empty={<p>{say('states.nothing')}</p>}>
        {(items) => (
          <div className="stack">
            <Table
              caption={say('shares.families')}
              rows={items}
              keyOf={({ household }) => household}
              columns={[
                {
                  head: say('shares.family'),
                  cell: (row) => (
                    <Link href={`/reparto/${id}/familias/${encodeURIComponent(row.household)}`}>{nameOf(row)}</Link>
                  ),
                  by: (row) => nameOf(row),
                },
                {
                  head: say('shares.share'),
                  cell: (row) => money(sumOf(row, 'share')),
                  by: (row) => sumOf(row, 'share'),
                  number: true,
                },
                ...(isRetained
                  ? [
                      {
                        head: say('shares.retained'),
                        cell: (row: Share) => money(sumOf(row, 'retained')),
                        by: (row: Share) => sumOf(row, 'retained'),
                        number: true,
                      },
                    ]
                  : []),
                {
                  head: say('shares.offset'),
                  cell: (row) => money(sumOf(row, 'offset')),
                  by: (row) => sumOf(row, 'offset'),
                  number: true,
                },
                {
                  head: say('shares.carriedBefore'),
                  cell: ({ carriedBefore }) => money(carriedBefore),
                  by: ({ carriedBefore }) => carriedBefore,
                  number: true,
                },
                {
                  head: say('shares.paid'),
                  cell: ({ paid }) => <strong>{money(paid)}</strong>,
                  by: ({ paid }) => paid,
                  number: true,
                },
                {
                  head: say('shares.carried'),
                  cell: ({ carried }) => money(carried),
                  by: ({ carried }) => carried,
                  number: true,
                },
              ]}
              foot={[
                say('shares.total'),
                money(totals.shares),
                ...(isRetained ? [money(totals.retained)] : []),
                money(totals.offset),
                '',
                money(totals.paid),
                money(totals.carried),
              ]}
            />
            <details>
              <summary>{say('shares.familiesChart')}</summary>
              <Bars
                caption={say('shares.familiesChart')}
                heads={[say('shares.family'), say('shares.share')]}
                parts={items
                  .map((row) => ({ row, share: sumOf(row, 'share') }))
                  .sort((a, b) => sizeOf(b.share) - sizeOf(a.share))
                  .map(({ row, share }) => ({
                    key: row.household,
                    label: nameOf(row),
                    size: sizeOf(share),
                    figure: money(share),
                  }))}
              />
            </details>
          </div>
        )}
      </ShownList>
    </section>
  );
}
