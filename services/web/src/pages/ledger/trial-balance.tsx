import { Downloads } from '../../design/downloads.js';
import { Filters } from '../../design/filter.js';
import { Shown } from '../../design/shown.js';
import { useRead } from '../../hooks/use-read.js';
import { useWho } from '../../hooks/use-who.js';
import { inFigures, inMoney } from '../../words/money.js';
import { say } from '../../words/say.js';
import { Book } from './books.js';
import { ChartTable } from './chart-table.js';
import { OfDays, ReportDaysFilter, useReportDays } from './report-days.js';

/** Sums and balances of all accounts, by which books are tried. */
export default function TrialBalance() {
  const query = useReportDays();
  const report = useRead('GET /api/profit-sharing/v1/ledger/trial-balance', { query });
  const { currency } = useWho().coop;
  return (
    <Book
      title={say('ledger.trial')}
      acts={<Downloads route="GET /api/profit-sharing/v1/ledger/trial-balance" sent={{ query }} />}
    >
      <Filters>
        <ReportDaysFilter />
      </Filters>
      <Shown read={report}>
        {({ from, to, items }) => (
          <>
            <OfDays from={from} to={to} />
            <ChartTable
              caption={say('ledger.trial')}
              rows={items}
              figures={[
                { head: say('ledger.debit'), of: ({ debit }) => inFigures(debit) },
                { head: say('ledger.credit'), of: ({ credit }) => inFigures(credit) },
                { head: say('ledger.debitBalance'), of: ({ debitBalance }) => inFigures(debitBalance) },
                { head: say('ledger.creditBalance'), of: ({ creditBalance }) => inFigures(creditBalance) },
              ]}
            />
            <p>{say('ledger.balanced', { amount: inMoney(items.at(-1)?.debit ?? '', currency) })}</p>
          </>
        )}
      </Shown>
    </Book>
  );
}
