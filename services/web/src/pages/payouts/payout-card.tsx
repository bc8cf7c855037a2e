import { useState } from 'react';
import { Button } from '../../design/button.js';
import { Dialog } from '../../design/dialog.js';
import { Pill } from '../../design/notice.js';
import { Papers } from '../../design/papers.js';
import { ProblemNotice } from '../../design/problem-notice.js';
import { ReasonDialog } from '../../design/reason-dialog.js';
import { useAct } from '../../hooks/use-act.js';
import type { ItemOf } from '../../hooks/use-list.js';
import { holds, useWho } from '../../hooks/use-who.js';
import { inMoney } from '../../words/money.js';
import { say } from '../../words/say.js';
import { wordOf } from '../../words/word-of.js';
import { BankFile } from './bank-file.js';
import { PayoutLines } from './payout-lines.js';

type Payout = ItemOf<'GET /api/profit-sharing/v1/payouts'>;

const KINDS = { planned: 'waiting', confirmed: 'done', ended: 'plain', withdrawn: 'refused' } as const;

/** A round of paying: how far it is, what may be done with it now, and its families. */
export function PayoutCard({ payout }: { payout: Payout }) {
  const { code, state, currency, amount, paid, households, paidHouseholds } = payout;
  const money = (of: string): string => inMoney(of, currency);
  return (
    <section className="card stack small">
      <div className="row ends">
        <h2>{code}</h2>
        <Pill kind={KINDS[state]}>{wordOf('state', state)}</Pill>
      </div>
      <p>
        {say('payouts.summary', {
          ...{ paid: money(paid), amount: money(amount) },
          ...{ n: String(paidHouseholds), of: String(households) },
        })}
      </p>
      <Acts payout={payout} />
      <PayoutLines payout={payout} />
      <BankFile payout={payout} />
      {state === 'withdrawn' ? null : (
        <>
          <h3>{say('payouts.sheet')}</h3>
          <Papers
            route="GET /api/profit-sharing/v1/payouts/{code}/papers/signatures"
            sent={{ path: { code } }}
            formats={['pdf']}
          />
        </>
      )}
    </section>
  );
}

/** Confirms it as the second person, withdraws or ends it. */
function Acts({ payout: { code, state, currency, amount, households } }: { payout: Payout }) {
  const who = useWho();
  const confirmation = useAct('POST /api/profit-sharing/v1/payouts/{code}/confirmation');
  const end = useAct('POST /api/profit-sharing/v1/payouts/{code}/end');
  const [asked, setAsked] = useState<'confirm' | 'end'>();
  const path = { code };
  const confirm = async (): Promise<void> => {
    if ((await confirmation.send({ path })) !== undefined) setAsked(undefined);
  };
  if (state !== 'planned' && state !== 'confirmed') return null;
  return (
    <div className="row no-print">
      {state === 'planned' && holds(who, 'president') ? (
        <Button kind="main" onClick={() => setAsked('confirm')}>
          {say('payouts.confirm')}
        </Button>
      ) : null}
      <Button onClick={() => setAsked('end')}>
        {state === 'planned' ? say('payouts.withdraw') : say('payouts.end')}
      </Button>
      {asked === 'confirm' ? (
        <Dialog title={say('payouts.confirmTitle', { code })} onClose={() => setAsked(undefined)}>
          <p>{say('payouts.confirmText', { amount: inMoney(amount, currency), n: String(households) })}</p>
          {confirmation.problem === undefined ? null : <ProblemNotice problem={confirmation.problem} />}
          <div>
            <Button kind="main" onClick={() => void confirm()} busy={confirmation.busy}>
              {say('payouts.confirm')}
            </Button>
          </div>
        </Dialog>
      ) : null}
      {asked === 'end' ? (
        <ReasonDialog
          title={say('payouts.endTitle', { code })}
          text={say('payouts.endText')}
          send={state === 'planned' ? say('payouts.withdraw') : say('payouts.end')}
          act={end}
          onReason={async (reason) => (await end.send({ path, body: { reason } })) !== undefined}
          onClose={() => setAsked(undefined)}
        />
      ) : null}
    </div>
  );
}
