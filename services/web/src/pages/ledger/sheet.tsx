import type { Answer } from '../../api/route.js';
import { Downloads } from '../../design/downloads.js';
import { ChoiceFilter, DayFilter, Filters, narrowed, useFilter } from '../../design/filter.js';
import { Shown, ShownList } from '../../design/shown.js';
import { Table } from '../../design/table.js';
import { useList } from '../../hooks/use-list.js';
import { useRead } from '../../hooks/use-read.js';
import { dayInShort } from '../../words/dates.js';
import { inFigures } from '../../words/money.js';
import { say } from '../../words/say.js';
import { wordOf } from '../../words/word-of.js';
import { Book } from './books.js';
import { Source, sourceName } from './source.js';
import { usePartyNames } from './use-party-names.js';

type Balance = Answer<'GET /api/profit-sharing/v1/ledger/balances'>['items'][number];
type Account = Balance['account'];

const isAccount = (text: string, items: readonly Balance[]): text is Account =>
  items.some(({ account }) => account === text);

/** An account line by line, with what each line leaves. */
export default function Sheet() {
  const [chosen, setAccount] = useFilter('cuenta', 'cash');
  const [party, setParty] = useFilter('nombre');
  const nameOf = usePartyNames();
  const [from, setFrom] = useFilter('desde');
  const [to, setTo] = useFilter('hasta');
  const balances = useRead('GET /api/profit-sharing/v1/ledger/balances', {});
  const items = balances.data?.value.items ?? [];
  const account = isAccount(chosen, items) ? chosen : 'cash';
  const parties = items.flatMap((row) => (row.account === account && row.party !== null ? [row.party] : []));
  const query = {
    account,
    ...(parties.includes(party) ? { party } : {}),
    ...{ ...narrowed('from', from), ...narrowed('to', to) },
  };
  return (
    <Book
      title={`${say('ledger.sheet')}: ${wordOf('account', account)}`}
      acts={<Downloads route="GET /api/profit-sharing/v1/ledger/sheet" sent={{ query }} />}
    >
      <Filters>
        <ChoiceFilter
          label={say('ledger.account')}
          value={account}
          onChoose={setAccount}
          choices={[...new Set(items.map((row) => row.account))].map((value) => ({
            value,
            label: wordOf('account', value),
          }))}
          none={wordOf('account', 'cash')}
        />
        {parties.length === 0 ? null : (
          <ChoiceFilter
            label={say('ledger.party')}
            none={say('forms.allHe')}
            value={party}
            onChoose={setParty}
            choices={parties.map((value) => ({ value, label: nameOf(account, value) }))}
          />
        )}
        <DayFilter label={say('ledger.from')} value={from} onChoose={setFrom} />
        <DayFilter label={say('ledger.to')} value={to} onChoose={setTo} />
      </Filters>
      <Shown read={balances}>{() => <Lines query={query} />}</Shown>
    </Book>
  );
}

type Query = { readonly account: Account; readonly party?: string; readonly from?: string; readonly to?: string };

function Lines({ query }: { query: Query }) {
  const lines = useList('GET /api/profit-sharing/v1/ledger/sheet', { query });
  return (
    <ShownList list={lines} empty={<p>{say('states.nothingFound')}</p>}>
      {(items) => (
        <Table
          caption={say('ledger.sheet')}
          rows={items}
          keyOf={(line) => `${line.source} ${line.code} ${line.posting} ${line.line}`}
          columns={[
            { head: say('ledger.code'), cell: (line) => <Source entry={line} />, by: sourceName },
            { head: say('ledger.day'), cell: ({ day }) => dayInShort(day), by: ({ day }) => day },
            { head: say('ledger.party'), cell: ({ party }) => party ?? '', by: ({ party }) => party },
            {
              head: say('ledger.debit'),
              cell: ({ debit }) => inFigures(debit),
              by: ({ debit }) => debit,
              number: true,
            },
            {
              head: say('ledger.credit'),
              cell: ({ credit }) => inFigures(credit),
              by: ({ credit }) => credit,
              number: true,
            },
            {
              head: say('ledger.balance'),
              cell: ({ balance }) => <strong>{inFigures(balance)}</strong>,
              number: true,
            },
          ]}
        />
      )}
    </ShownList>
  );
}
