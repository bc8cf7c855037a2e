import type { Answer } from '../../api/route.js';
import { Downloads } from '../../design/downloads.js';
import { DayFilter, Filters, narrowed, useFilter } from '../../design/filter.js';
import { Shown } from '../../design/shown.js';
import { Table } from '../../design/table.js';
import { useRead } from '../../hooks/use-read.js';
import { useWho } from '../../hooks/use-who.js';
import { dayInFull } from '../../words/dates.js';
import { inFigures, inMoney } from '../../words/money.js';
import { decimalOf, unitsOf } from '../../words/reckon.js';
import { say } from '../../words/say.js';
import { Book } from './books.js';
import { usePartyNames } from './use-party-names.js';

type Debt = Answer<'GET /api/profit-sharing/v1/ledger/debts'>['items'][number];

/** Who owes the co-op, and whom it owes, by how old it is. */
export default function Debts() {
  const [on, setOn] = useFilter('al');
  const query = narrowed('on', on);
  const debts = useRead('GET /api/profit-sharing/v1/ledger/debts', { query });
  return (
    <Book
      title={say('ledger.debts')}
      acts={<Downloads route="GET /api/profit-sharing/v1/ledger/debts" sent={{ query }} />}
    >
      <Filters>
        <DayFilter label={say('ledger.on')} value={on} onChoose={setOn} />
      </Filters>
      <Shown read={debts}>
        {({ on: day, items }) =>
          items.length === 0 ? (
            <div className="card">{say('ledger.noDebts')}</div>
          ) : (
            <>
              <p>{say('ledger.asOf', { on: dayInFull(day) })}</p>
              <Side title={say('ledger.owedToUs')} debts={items.filter(({ kind }) => kind === 'receivable')} />
              <Side title={say('ledger.weOwe')} debts={items.filter(({ kind }) => kind === 'payable')} />
            </>
          )
        }
      </Shown>
    </Book>
  );
}

/** Most are of one age: zeros would hide it. */
const orNothing = (amount: string): string => (/[1-9]/.test(amount) ? inFigures(amount) : '–');

function Side({ title, debts }: { title: string; debts: readonly Debt[] }) {
  const nameOf = usePartyNames();
  const { places, currency } = useWho().coop;
  const sum = debts.reduce((all, { total }) => all + (unitsOf(total, places) ?? 0n), 0n);
  if (debts.length === 0) return null;
  return (
    <section className="stack small">
      <h2>{title}</h2>
      <p>
        {say('ledger.total')}: <strong>{inMoney(decimalOf(sum, places), currency)}</strong>
      </p>
      <Table
        caption={title}
        rows={debts}
        keyOf={({ account, party }) => `${account} ${party ?? ''}`}
        columns={[
          {
            head: say('ledger.party'),
            cell: ({ account, party }) => (party === null ? say('ledger.nobody') : nameOf(account, party)),
            by: ({ account, party }) => (party === null ? null : nameOf(account, party)),
          },
          { head: say('ledger.account'), cell: ({ label }) => label, by: ({ label }) => label },
          {
            head: say('ledger.age30'),
            cell: ({ upTo30Days }) => orNothing(upTo30Days),
            by: ({ upTo30Days }) => upTo30Days,
            number: true,
          },
          {
            head: say('ledger.age60'),
            cell: ({ upTo60Days }) => orNothing(upTo60Days),
            by: ({ upTo60Days }) => upTo60Days,
            number: true,
          },
          {
            head: say('ledger.age90'),
            cell: ({ upTo90Days }) => orNothing(upTo90Days),
            by: ({ upTo90Days }) => upTo90Days,
            number: true,
          },
          {
            head: say('ledger.ageOver'),
            cell: ({ over90Days }) => orNothing(over90Days),
            by: ({ over90Days }) => over90Days,
            number: true,
          },
          {
            head: say('ledger.overdue'),
            cell: ({ overdue }) => orNothing(overdue),
            by: ({ overdue }) => overdue,
            number: true,
          },
          {
            head: say('ledger.total'),
            cell: ({ total }) => <strong>{inFigures(total)}</strong>,
            by: ({ total }) => total,
            number: true,
          },
        ]}
      />
    </section>
  );
}
