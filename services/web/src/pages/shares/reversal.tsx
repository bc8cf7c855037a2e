import { useState } from 'react';
import { Link } from 'wouter';
import { isApproved } from '../../api/approved.js';
import type { Answer } from '../../api/route.js';
import { Button } from '../../design/button.js';
import { Notice } from '../../design/notice.js';
import { ProblemNotice } from '../../design/problem-notice.js';
import { ReasonDialog } from '../../design/reason-dialog.js';
import { Shown } from '../../design/shown.js';
import { useAct } from '../../hooks/use-act.js';
import { useWhole } from '../../hooks/use-whole.js';
import { holds, useWho } from '../../hooks/use-who.js';
import { say } from '../../words/say.js';

type Run = Answer<'GET /api/profit-sharing/v1/runs/{id}'>;

/** Approved shares that were wrong: that they are reversed is proposed by one person and confirmed by another. */
export function Reversal({ run }: { run: Run }) {
  const who = useWho();
  if (!isApproved(run.state)) return null;
  if (run.reversalProposedBy === null) return holds(who, 'treasurer') ? <Propose id={run.id} /> : null;
  return <Proposed run={run} by={run.reversalProposedBy} />;
}

function Propose({ id }: { id: string }) {
  const act = useAct('POST /api/profit-sharing/v1/runs/{id}/reversal/proposal');
  const [isOpen, setOpen] = useState(false);
  return (
    <section className="stack small no-print">
      <div className="row">
        <Button kind="grave" onClick={() => setOpen(true)}>
          {say('reversal.propose')}
        </Button>
        <span className="soft">{say('reversal.proposeText')}</span>
      </div>
      {isOpen ? (
        <ReasonDialog
          title={say('reversal.title')}
          text={say('reversal.text')}
          send={say('reversal.propose')}
          act={act}
          onReason={async (reason) => (await act.send({ path: { id }, body: { reason } })) !== undefined}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </section>
  );
}

function Proposed({ run, by }: { run: Run; by: string }) {
  const who = useWho();
  const keep = useAct('POST /api/profit-sharing/v1/runs/{id}/reversal/rejection');
  return (
    <section className="stack small no-print">
      <h2>{say('reversal.heading')}</h2>
      <Notice kind="waiting" title={say('reversal.proposedBy', { user: by })}>
        <p>{run.reversalReason}</p>
        <p className="soft">{say('reversal.stands')}</p>
      </Notice>
      {keep.problem === undefined ? null : <ProblemNotice problem={keep.problem} />}
      {holds(who, 'president') ? <Confirm run={run} isOther={who.user !== by} /> : null}
      {holds(who, 'treasurer', 'president') ? (
        <div>
          <Button onClick={() => void keep.send({ path: { id: run.id } })} busy={keep.busy}>
            {say('reversal.keep')}
          </Button>
        </div>
      ) : null}
    </section>
  );
}

/** The resolutions that say that these shares are reversed, and doing it by one of them. */
function Confirm({ run: { id, fingerprint }, isOther }: { run: Run; isOther: boolean }) {
  const resolutions = useWhole('GET /api/members/v1/resolutions', {});
  const { send, busy, problem } = useAct('POST /api/profit-sharing/v1/runs/{id}/reversal/approval');
  const none = (
    <>
      <p>{say('reversal.noResolution')}</p>
      <div>
        <Link href="/resoluciones" className="button main">
          {say('approval.enter')}
        </Link>
      </div>
    </>
  );
  if (!isOther) return <p>{say('reversal.secondPerson')}</p>;
  return (
    <Shown read={resolutions}>
      {(items) => {
        const naming = items.filter(
          ({ carried, covers }) =>
            carried && covers.some((thing) => thing.kind === 'run-reversal' && thing.fingerprint === fingerprint),
        );
        if (naming.length === 0) return none;
        return naming.map(({ number, subject }) => (
          <article key={number} className="card stack small">
            <h3>{number}</h3>
            <p>{subject}</p>
            {problem === undefined ? null : <ProblemNotice problem={problem} />}
            <div>
              <Button
                kind="grave"
                onClick={() => void send({ path: { id }, body: { resolution: number } })}
                busy={busy}
              >
                {say('reversal.confirm')}
              </Button>
            </div>
          </article>
        ));
      }}
    </Shown>
  );
}
