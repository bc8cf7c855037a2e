import { Link } from 'wouter';
import { Downloads } from '../../design/downloads.js';
import { ChoiceFilter, DayFilter, Filters, narrowed, useFilter } from '../../design/filter.js';
import { Pill } from '../../design/notice.js';
import { Page } from '../../design/page.js';
import { PasteLink } from '../../design/paste-link.js';
import { ShownList } from '../../design/shown.js';
import { Table } from '../../design/table.js';
import { useList } from '../../hooks/use-list.js';
import { useNews } from '../../hooks/use-news.js';
import { holds, useWho } from '../../hooks/use-who.js';
import { useWhole } from '../../hooks/use-whole.js';
import { dayInShort } from '../../words/dates.js';
import { inMoney } from '../../words/money.js';
import { say } from '../../words/say.js';
import { wordAlone, wordOf } from '../../words/word-of.js';
import { SalesTotals } from './totals.js';

const PAYMENTS = ['cash', 'qr', 'credit'] as const;

/** What was sold, receipt by receipt, and by week and feria. */
export default function Sales() {
  const who = useWho();
  const [from, setFrom] = useFilter('desde');
  const [to, setTo] = useFilter('hasta');
  const [market, setMarket] = useFilter('feria');
  const [paid, setPaid] = useFilter('pago');
  const payment = PAYMENTS.find((one) => one === paid);
  const days = { ...narrowed('from', from), ...narrowed('to', to) };
  const query = { ...days, ...narrowed('market', market), ...(payment === undefined ? {} : { payment }) };
  const list = useList('GET /api/sales/v1/sales', { query });
  const markets = useWhole('GET /api/sales/v1/markets', { query: { retired: 'true' } }).data?.value ?? [];
  useNews('sales');
  const isNarrowed = Object.keys(query).length > 0;
  return (
    <Page
      title={say('sales.title')}
      acts={
        <>
          {holds(who, 'manager') ? <PasteLink what="ventas" /> : null}
          <Downloads route="GET /api/sales/v1/sales" sent={{ query }} />
        </>
      }
    >
      <Filters>
        <DayFilter label={say('sales.from')} value={from} onChoose={setFrom} />
        <DayFilter label={say('sales.to')} value={to} onChoose={setTo} />
        <ChoiceFilter
          label={say('sales.market')}
          none={say('forms.allShe')}
          value={market}
          onChoose={setMarket}
          choices={markets.map(({ name }) => ({ value: name, label: name }))}
        />
        <ChoiceFilter
          label={say('sales.payment')}
          none={say('forms.allShe')}
          value={paid}
          onChoose={setPaid}
          choices={PAYMENTS.map((value) => ({ value, label: wordAlone('payment', value) }))}
        />
      </Filters>
      {market === '' && payment === undefined ? <SalesTotals days={days} /> : null}
      <ShownList list={list} empty={<p>{say(isNarrowed ? 'states.nothingFound' : 'sales.none')}</p>}>
        {(items) => (
          <Table
            caption={say('sales.title')}
            rows={items}
            keyOf={({ receipt }) => receipt}
            columns={[
              {
                head: say('sales.receipt'),
                cell: ({ receipt }) => <Link href={`/ventas/${encodeURIComponent(receipt)}`}>{receipt}</Link>,
                by: ({ receipt }) => receipt,
              },
              { head: say('sales.day'), cell: ({ day }) => dayInShort(day), by: ({ day }) => day },
              { head: say('sales.market'), cell: (sale) => sale.market, by: (sale) => sale.market },
              {
                head: say('sales.payment'),
                cell: (sale) => wordOf('payment', sale.payment),
                by: (sale) => wordOf('payment', sale.payment),
              },
              {
                head: say('sales.state'),
                cell: ({ reversal }) => (
                  <Pill kind={reversal === null ? 'plain' : 'refused'}>
                    {say(reversal === null ? 'sales.stands' : 'states.reversed')}
                  </Pill>
                ),
                by: ({ reversal }) => say(reversal === null ? 'sales.stands' : 'states.reversed'),
              },
              {
                head: say('sales.total'),
                cell: ({ total, currency }) => inMoney(total, currency),
                by: ({ total }) => total,
                number: true,
              },
            ]}
          />
        )}
      </ShownList>
    </Page>
  );
}
