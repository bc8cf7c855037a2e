import { Link } from 'wouter';
import { Downloads } from '../../design/downloads.js';
import { ChoiceFilter, DayFilter, Filters, narrowed, useFilter } from '../../design/filter.js';
import { Shown } from '../../design/shown.js';
import { useRead } from '../../hooks/use-read.js';
import { holds, useWho } from '../../hooks/use-who.js';
import { say } from '../../words/say.js';
import { linesOf } from './bank-line.js';
import { BankLines } from './bank-lines.js';
import { BankPostings } from './bank-postings.js';
import { BankSums } from './bank-sums.js';
import { Book } from './books.js';
import { OfDays } from './report-days.js';

const LINES = 'GET /api/profit-sharing/v1/ledger/bank/lines';

/** A statement of the bank, or of QR, beside the books. */
export default function Bank() {
  const who = useWho();
  const [chosen, choose] = useFilter('extracto');
  const [from, setFrom] = useFilter('desde');
  const [to, setTo] = useFilter('hasta');
  const [shown, setShown] = useFilter('ver');
  const statement = chosen === 'qr' ? 'qr' : 'bank';
  const query = { statement, ...narrowed('from', from), ...narrowed('to', to) } as const;
  const matching = useRead(LINES, { query });
  return (
    <Book
      title={say('ledger.bank')}
      acts={
        <>
          {holds(who, 'treasurer') ? (
            <Link href={`/traer?que=extracto-${statement === 'qr' ? 'qr' : 'banco'}`} className="button">
              {say(statement === 'qr' ? 'bank.bringQr' : 'bank.bringBank')}
            </Link>
          ) : null}
          <Downloads route={LINES} sent={{ query }} />
        </>
      }
    >
      <p>{say('bank.text')}</p>
      <Filters>
        <ChoiceFilter
          label={say('bank.statement')}
          value={statement === 'qr' ? 'qr' : ''}
          onChoose={choose}
          none={say('bank.ofBank')}
          choices={[{ value: 'qr', label: say('bank.ofQr') }]}
        />
        <DayFilter label={say('ledger.from')} value={from} onChoose={setFrom} />
        <DayFilter label={say('ledger.to')} value={to} onChoose={setTo} />
        <ChoiceFilter
          label={say('bank.shown')}
          value={shown === 'todo' ? 'todo' : ''}
          onChoose={setShown}
          none={say('bank.toDo')}
          choices={[{ value: 'todo', label: say('bank.everything') }]}
        />
      </Filters>
      <Shown read={matching}>
        {(value) => (
          <>
            <OfDays from={value.from} to={value.to} />
            <BankSums matching={value} />
            <BankLines lines={linesOf(value.items)} isAll={shown === 'todo'} query={query} />
          </>
        )}
      </Shown>
      <BankPostings query={query} />
    </Book>
  );
}
