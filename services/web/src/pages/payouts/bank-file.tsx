import { FileDown } from 'lucide-react';
import { askFile } from '../../api/ask-file.js';
import { Button } from '../../design/button.js';
import { handFile } from '../../design/hand-file.js';
import { Notice } from '../../design/notice.js';
import { ProblemNotice } from '../../design/problem-notice.js';
import { useAttempt } from '../../hooks/use-attempt.js';
import type { ItemOf } from '../../hooks/use-list.js';
import { inMoney } from '../../words/money.js';
import { say } from '../../words/say.js';

const ROUTE = 'GET /api/profit-sharing/v1/payouts/{code}/papers/transfers';

/** What of a payout is still to be transferred, as a file for the bank. */
export function BankFile({ payout }: { payout: ItemOf<'GET /api/profit-sharing/v1/payouts'> }) {
  const { code, currency, transfers, toTransfer, withoutAccount } = payout;
  const { problem, busy, attempt } = useAttempt();
  const take = async (): Promise<void> => {
    const { file, name = 'ayni.csv' } = await askFile(ROUTE, { path: { code } });
    handFile(file, name);
  };
  if (transfers + withoutAccount === 0) return null;
  return (
    <div className="stack small no-print">
      <h3>{say('payouts.transfers')}</h3>
      {withoutAccount === 0 ? null : (
        <Notice kind="waiting">{say('payouts.withoutAccount', { n: String(withoutAccount) })}</Notice>
      )}
      {transfers === 0 ? null : (
        <>
          <p>{say('payouts.transfersText', { n: String(transfers), amount: inMoney(toTransfer, currency) })}</p>
          <div>
            <Button busy={busy} onClick={() => void attempt(take)}>
              <FileDown aria-hidden="true" />
              {say('payouts.takeTransfers')}
            </Button>
          </div>
        </>
      )}
      {problem === undefined ? null : <ProblemNotice problem={problem} />}
    </div>
  );
}
