import { choiceWord } from '@ayni/kernel';
import { useState } from 'react';
import { serverNow } from '../../api/server-time.js';
import { Button } from '../../design/button.js';
import { Dialog } from '../../design/dialog.js';
import { Downloads } from '../../design/downloads.js';
import { ProblemNotice } from '../../design/problem-notice.js';
import { ReasonDialog } from '../../design/reason-dialog.js';
import { ShownList } from '../../design/shown.js';
import { Table } from '../../design/table.js';
import { useAct } from '../../hooks/use-act.js';
import { useList, type ItemOf } from '../../hooks/use-list.js';
import { holds, useWho } from '../../hooks/use-who.js';
import { dayIn, dayInWords } from '../../words/dates.js';
import { language } from '../../words/language.js';
import { inMoney } from '../../words/money.js';
import { say } from '../../words/say.js';
import { FamilyName } from './family-name.js';

type Payout = ItemOf<'GET /api/profit-sharing/v1/payouts'>;
type Line = ItemOf<'GET /api/profit-sharing/v1/payouts/{code}/lines'>;

/** The families of a payout: what each gets and how, and who was paid; the treasurer ticks them off. */
export function PayoutLines({ payout }: { payout: Payout }) {
  const { code, currency, state } = payout;
  const sent = { path: { code } };
  const list = useList('GET /api/profit-sharing/v1/payouts/{code}/lines', { ...sent, query: { limit: 500 } });
  const isTreasurer = holds(useWho(), 'treasurer');
  const pays = state === 'confirmed' && isTreasurer;
  return (
    <>
      <div className="row ends">
        <h3>{say('payouts.lines', { code })}</h3>
        <Downloads route="GET /api/profit-sharing/v1/payouts/{code}/lines" sent={sent} />
      </div>
      <ShownList list={list} empty={<p>{say('states.nothing')}</p>}>
        {(items) => (
          <div className="stack small">
            <Table
              caption={say('payouts.lines', { code })}
              rows={items}
              keyOf={({ household }) => household}
              columns={[
                {
                  head: say('payouts.family'),
                  cell: (line) => <FamilyName {...line} />,
                  by: ({ household, name }) => name ?? household,
                },
                {
                  head: say('payouts.way'),
                  cell: ({ way }) => choiceWord('way', way, language()) ?? way,
                  by: ({ way }) => choiceWord('way', way, language()) ?? way,
                },
                { head: say('payouts.payee'), cell: toWhom, by: toWhom },
                {
                  head: say('payouts.amount'),
                  cell: ({ amount }) => inMoney(amount, currency),
                  by: ({ amount }) => amount,
                  number: true,
                },
                {
                  head: say('payouts.state'),
                  cell: (line) => <PaymentOf line={line} place={items.indexOf(line)} payout={code} pays={pays} />,
                },
              ]}
            />
            {pays ? <PayAll payout={code} items={items} /> : null}
          </div>
        )}
      </ShownList>
    </>
  );
}

/** Who takes the money and where it goes, or in whose name it is kept. */
const toWhom = ({ payee, account, member, count }: Line): string =>
  member === null ? `${payee} ${account}`.trim() || '–' : say('payouts.keptBy', { member, count: String(count ?? 0) });

/** The code of a payment: the public events tell it, so that it names no family. */
const paymentCode = (payout: string, place: number): string =>
  `${payout}-${place + 1}-${serverNow().getTime().toString(36)}`;

/** Ticks off payments of a payout, of today. */
function usePay(payout: string) {
  const { timezone } = useWho().coop;
  const act = useAct('POST /api/profit-sharing/v1/household-payments');
  const pay = async (lines: readonly { readonly household: string; readonly place: number }[]): Promise<boolean> => {
    const paidOn = dayIn(timezone, serverNow());
    const rows = lines.map(({ household, place }) => ({ code: paymentCode(payout, place), payout, household, paidOn }));
    return (await act.send({ body: { rows } })) !== undefined;
  };
  return { ...act, pay };
}

/** Whether a family was paid: else it is ticked off; what could not be handed over is given back. */
function PaymentOf({ line, place, payout, pays }: { line: Line; place: number; payout: string; pays: boolean }) {
  const { household, name, way, paidWith, paidOn } = line;
  const isKept = way === 'certificates';
  const { pay, busy, problem } = usePay(payout);
  const reversal = useAct('POST /api/profit-sharing/v1/household-payments/{code}/reversal');
  const [isGivingBack, setGivingBack] = useState(false);
  if (paidWith === null)
    return pays ? (
      <>
        {problem === undefined ? null : <ProblemNotice problem={problem} />}
        <Button busy={busy} onClick={() => void pay([{ household, place }])}>
          {say(isKept ? 'payouts.keep' : 'payouts.pay')}
        </Button>
      </>
    ) : (
      '–'
    );
  return (
    <div className="row">
      <span>{say(isKept ? 'payouts.keptOn' : 'payouts.paidOn', { day: dayInWords(paidOn ?? '') })}</span>
      {pays ? (
        <Button kind="bare" onClick={() => setGivingBack(true)}>
          {say('payouts.giveBack')}
        </Button>
      ) : null}
      {isGivingBack ? (
        <ReasonDialog
          title={say('payouts.giveBackTitle', { family: name ?? household })}
          text={say('payouts.giveBackText')}
          send={say('payouts.giveBack')}
          act={reversal}
          onReason={async (reason) =>
            (await reversal.send({ path: { code: paidWith }, body: { reason } })) !== undefined
          }
          onClose={() => setGivingBack(false)}
        />
      ) : null}
    </div>
  );
}

/** Ticks off all that are left at once. */
function PayAll({ payout, items }: { payout: string; items: readonly Line[] }) {
  const { pay, busy, problem } = usePay(payout);
  const [isAsking, setAsking] = useState(false);
  const left = items.flatMap(({ household, paidWith }, place) => (paidWith === null ? [{ household, place }] : []));
  if (left.length < 2) return null;
  const all = async (): Promise<void> => {
    if (await pay(left)) setAsking(false);
  };
  return (
    <div>
      <Button onClick={() => setAsking(true)}>{say('payouts.payAll')}</Button>
      {isAsking ? (
        <Dialog title={say('payouts.payAllTitle')} onClose={() => setAsking(false)}>
          <p>{say('payouts.payAllText', { n: String(left.length) })}</p>
          {problem === undefined ? null : <ProblemNotice problem={problem} />}
          <div>
            <Button kind="main" busy={busy} onClick={() => void all()}>
              {say('payouts.payAll')}
            </Button>
          </div>
        </Dialog>
      ) : null}
    </div>
  );
}
