import { Link } from 'wouter';
import { recordingAt } from '../../design/fact-page.js';
import { Shown } from '../../design/shown.js';
import { useRead } from '../../hooks/use-read.js';
import { useWho } from '../../hooks/use-who.js';
import { inMoney } from '../../words/money.js';
import { say } from '../../words/say.js';

/** What buyers still owe of sales on credit, and the two ways in which that ends. */
export function Receivables() {
  const { currency } = useWho().coop;
  const debts = useRead('GET /api/profit-sharing/v1/ledger/debts', {});
  return (
    <Shown read={debts}>
      {({ items }) => {
        const owed = items.find(({ account }) => account === 'receivables');
        if (owed === undefined) return <p>{say('till.nothingOwed')}</p>;
        return (
          <div className="card stack small">
            <strong>{say('till.owed', { amount: inMoney(owed.total, currency) })}</strong>
            {/[1-9]/.test(owed.over90Days) ? (
              <p>{say('till.owedOld', { amount: inMoney(owed.over90Days, currency) })}</p>
            ) : null}
            <div className="row no-print">
              <Link href={recordingAt('/caja/cobros', { amount: owed.total })} className="button">
                {say('till.newCollection')}
              </Link>
              <Link href={recordingAt('/caja/incobrables', { amount: owed.total })} className="button">
                {say('till.newWriteOff')}
              </Link>
            </div>
          </div>
        );
      }}
    </Shown>
  );
}
