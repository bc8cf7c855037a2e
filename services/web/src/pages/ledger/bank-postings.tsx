import type { Sent } from '../../api/route.js';
import { Shown } from '../../design/shown.js';
import { Table } from '../../design/table.js';
import { useRead } from '../../hooks/use-read.js';
import { dayInShort } from '../../words/dates.js';
import { inFigures } from '../../words/money.js';
import { say } from '../../words/say.js';
import { Source, sourceName } from './source.js';

export const POSTINGS = 'GET /api/profit-sharing/v1/ledger/bank/postings';

/** Which statement, and which days of it. */
export type BankQuery = NonNullable<Sent<typeof POSTINGS>['query']>;

/** What the books say and the statement does not. */
export function BankPostings({ query }: { query: BankQuery }) {
  const postings = useRead(POSTINGS, { query });
  return (
    <Shown read={postings}>
      {({ items }) =>
        items.length === 0 ? null : (
          <section className="stack small">
            <h2>{say('bank.postings')}</h2>
            <p className="hint">{say('bank.postingsText')}</p>
            <Table
              caption={say('bank.postings')}
              rows={items}
              keyOf={({ source, code }) => `${source} ${code}`}
              columns={[
                { head: say('bank.day'), cell: ({ day }) => dayInShort(day), by: ({ day }) => day },
                {
                  head: say('ledger.source'),
                  cell: (posting) => <Source entry={{ ...posting, posting: 'record' }} />,
                  by: sourceName,
                },
                {
                  head: say('bank.amount'),
                  cell: ({ amount }) => inFigures(amount),
                  by: ({ amount }) => amount,
                  number: true,
                },
              ]}
            />
          </section>
        )
      }
    </Shown>
  );
}
