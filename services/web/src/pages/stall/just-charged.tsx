import { useEffect, useState } from 'react';
import { Button } from '../../design/button.js';
import { Notice } from '../../design/notice.js';
import { ProblemNotice } from '../../design/problem-notice.js';
import { useWho } from '../../hooks/use-who.js';
import { inMoney } from '../../words/money.js';
import { say } from '../../words/say.js';
import { UNDO_MS, type Charged } from './use-charge.js';

/** What came of the last sale, with a way back for as long as it has not left. */
export function JustCharged({ charged, onUndo }: { charged: Charged; onUndo: (key: string) => void }) {
  const { currency } = useWho().coop;
  if (charged.state === 'lost')
    return (
      <>
        <Notice kind="refused">
          <p>{say('stall.notKept')}</p>
        </Notice>
        <ProblemNotice problem={charged.problem} />
      </>
    );
  return (
    <Notice kind="done">
      <div className="row">
        {charged.state === 'undone' ? say('stall.undone') : null}
        {charged.state === 'sent' ? say('stall.unkept', { receipt: charged.receipt }) : null}
        {charged.state === 'kept' ? (
          <>
            {say('stall.kept', { receipt: charged.receipt, amount: inMoney(charged.total, currency) })}
            <Undo key={charged.key} onUndo={() => onUndo(charged.key)} />
          </>
        ) : null}
      </div>
    </Notice>
  );
}

function Undo({ onUndo }: { onUndo: () => void }) {
  const [isTime, setTime] = useState(true);
  useEffect(() => {
    const timer = setTimeout(() => setTime(false), UNDO_MS);
    return () => clearTimeout(timer);
  }, []);
  return isTime ? <Button onClick={onUndo}>{say('stall.undo')}</Button> : null;
}
