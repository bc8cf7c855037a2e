import { Downloads } from '../../design/downloads.js';
import { Filters } from '../../design/filter.js';
import { Shown } from '../../design/shown.js';
import { useRead } from '../../hooks/use-read.js';
import { inFigures } from '../../words/money.js';
import { say } from '../../words/say.js';
import { Book } from './books.js';
import { ChartTable } from './chart-table.js';
import { OfDays, ReportDaysFilter, useReportDays } from './report-days.js';

/** What a season, or any days, brought in and cost. */
export default function IncomeStatement() {
  const query = useReportDays();
  const report = useRead('GET /api/profit-sharing/v1/ledger/income-statement', { query });
  return (
    <Book
      title={say('ledger.result')}
      acts={<Downloads route="GET /api/profit-sharing/v1/ledger/income-statement" sent={{ query }} />}
    >
      <Filters>
        <ReportDaysFilter />
      </Filters>
      <Shown read={report}>
        {({ from, to, items }) => (
          <>
            <OfDays from={from} to={to} />
            <ChartTable
              caption={say('ledger.result')}
              rows={items}
              figures={[{ head: say('ledger.amount'), of: ({ amount }) => inFigures(amount) }]}
            />
            <p>{say('ledger.whatResult')}</p>
          </>
        )}
      </Shown>
    </Book>
  );
}
