import { useState } from 'react';
import { Link } from 'wouter';
import { isApproved } from '../../api/approved.js';
import type { Answer } from '../../api/route.js';
import { Button } from '../../design/button.js';
import { Dialog } from '../../design/dialog.js';
import { ProblemNotice } from '../../design/problem-notice.js';
import { RejectRun } from '../../design/reject-run.js';
import { useAct } from '../../hooks/use-act.js';
import { holds, useWho } from '../../hooks/use-who.js';
import { say } from '../../words/say.js';

/** What may be done with a run now: put to the assembly, or rejected. */
export function RunActs({ run: { id, state } }: { run: Answer<'GET /api/profit-sharing/v1/runs/{id}'> }) {
  const { send, busy, problem } = useAct('POST /api/profit-sharing/v1/runs/{id}/proposal');
  const [isProposing, setProposing] = useState(false);
  const who = useWho();
  const propose = async (): Promise<void> => {
    if ((await send({ path: { id } })) !== undefined) setProposing(false);
  };
  return (
    <>
      {isApproved(state) && holds(who, 'treasurer', 'president') ? (
        <Link href={`/reparto/${id}/pagos`} className="button main">
          {say('payouts.open')}
        </Link>
      ) : null}
      {state === 'calculated' && holds(who, 'treasurer') ? (
        <Button kind="main" onClick={() => setProposing(true)}>
          {say('shares.propose')}
        </Button>
      ) : null}
      {(state === 'calculated' || state === 'proposed') && holds(who, 'treasurer', 'president') ? (
        <RejectRun id={id} />
      ) : null}
      {isProposing ? (
        <Dialog title={say('shares.proposeTitle')} onClose={() => setProposing(false)}>
          <p>{say('shares.proposeText')}</p>
          {problem === undefined ? null : <ProblemNotice problem={problem} />}
          <div>
            <Button kind="main" onClick={() => void propose()} busy={busy}>
              {say('shares.propose')}
            </Button>
          </div>
        </Dialog>
      ) : null}
    </>
  );
}
