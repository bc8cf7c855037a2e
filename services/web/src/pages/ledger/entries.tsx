import { Downloads } from '../../design/downloads.js';
import { ChoiceFilter, DayFilter, Filters, narrowed, TextFilter, useFilter } from '../../design/filter.js';
import { ShownList } from '../../design/shown.js';
import { Table } from '../../design/table.js';
import { useList, type ItemOf } from '../../hooks/use-list.js';
import { useWho } from '../../hooks/use-who.js';
import { dayInShort } from '../../words/dates.js';
import { inMoney } from '../../words/money.js';
import { say } from '../../words/say.js';
import { documentWord, wordOf } from '../../words/word-of.js';
import { Book, Journal } from './books.js';
import { Source, sourceName } from './source.js';

type Entry = ItemOf<'GET /api/profit-sharing/v1/ledger/entries'>;

const SOURCES = [
  ...(['sale', 'delivery', 'expense', 'grant', 'grant-receipt'] as const),
  ...(['grant-refund', 'grant-write-off', 'advance', 'run'] as const),
];

/** The entries of the ledger, each with the document that it comes of. */
export default function Entries() {
  const [from, setFrom] = useFilter('desde');
  const [to, setTo] = useFilter('hasta');
  const [chosen, setSource] = useFilter('de');
  const [code, setCode] = useFilter('documento');
  const source = SOURCES.find((one) => one === chosen);
  const query = {
    ...{ ...narrowed('from', from), ...narrowed('to', to), ...narrowed('code', code) },
    ...(source === undefined ? {} : { source }),
  };
  const entries = useList('GET /api/profit-sharing/v1/ledger/entries', { query });
  const { currency } = useWho().coop;
  const isNarrowed = Object.keys(query).length > 0;
  return (
    <Book
      title={say('ledger.entries')}
      acts={
        <>
          <Journal />
          <Downloads route="GET /api/profit-sharing/v1/ledger/entries" sent={{ query }} />
        </>
      }
    >
      <Filters>
        <DayFilter label={say('ledger.from')} value={from} onChoose={setFrom} />
        <DayFilter label={say('ledger.to')} value={to} onChoose={setTo} />
        <ChoiceFilter
          label={say('ledger.source')}
          none={say('forms.allHe')}
          value={chosen}
          onChoose={setSource}
          choices={SOURCES.map((value) => ({ value, label: documentWord(value) }))}
        />
        <TextFilter label={say('ledger.code')} value={code} onChoose={setCode} />
      </Filters>
      <ShownList list={entries} empty={<p>{say(isNarrowed ? 'states.nothingFound' : 'ledger.none')}</p>}>
        {(items) => (
          <Table
            caption={say('ledger.entries')}
            rows={items}
            keyOf={(entry) => `${entry.source} ${entry.code} ${entry.posting}`}
            columns={[
              { head: say('ledger.code'), cell: (entry) => <Source entry={entry} />, by: sourceName },
              { head: say('ledger.day'), cell: ({ day }) => dayInShort(day), by: ({ day }) => day },
              { head: say('ledger.lines'), cell: ({ lines }) => <Lines lines={lines} currency={currency} /> },
              {
                head: say('ledger.amount'),
                cell: ({ amount }) => inMoney(amount, currency),
                by: ({ amount }) => amount,
                number: true,
              },
            ]}
          />
        )}
      </ShownList>
    </Book>
  );
}

function Lines({ lines, currency }: { lines: Entry['lines']; currency: string }) {
  const isNothing = (amount: string): boolean => !/[1-9]/.test(amount);
  return (
    <ul>
      {lines.map(({ account, party, debit, credit }, index) => (
        <li key={index}>
          {say('ledger.line', {
            account: party === null ? wordOf('account', account) : `${wordOf('account', account)} (${party})`,
            side: say(isNothing(debit) ? 'ledger.creditSide' : 'ledger.debitSide'),
            amount: inMoney(isNothing(debit) ? credit : debit, currency),
          })}
        </li>
      ))}
    </ul>
  );
}
