import { useState } from 'react';
import { Link } from 'wouter';
import { outcomeOf } from '../../api/outcome.js';
import type { Answer } from '../../api/route.js';
import { Button } from '../../design/button.js';
import { Dialog } from '../../design/dialog.js';
import { Notice, Pill } from '../../design/notice.js';
import { ProblemNotice } from '../../design/problem-notice.js';
import { Shown } from '../../design/shown.js';
import { useAct } from '../../hooks/use-act.js';
import type { ItemOf } from '../../hooks/use-list.js';
import { useWhole } from '../../hooks/use-whole.js';
import { useWho } from '../../hooks/use-who.js';
import { dayInWords } from '../../words/dates.js';
import { inMoney } from '../../words/money.js';
import { say } from '../../words/say.js';

type Run = Answer<'GET /api/profit-sharing/v1/runs/{id}'>;
type Resolution = ItemOf<'GET /api/members/v1/resolutions'>;

/** The resolutions that name a run, with their votes, and approving it by one of them. */
export function Approve({ run }: { run: Run }) {
  const resolutions = useWhole('GET /api/members/v1/resolutions', {});
  const naming = (items: readonly Resolution[]): readonly Resolution[] =>
    items.filter(({ covers }) => covers.some((thing) => thing.kind === 'run' && thing.fingerprint === run.fingerprint));
  const { user } = useWho();
  const isFirst = user === run.calculatedBy || user === run.proposedBy;
  const none = (
    <>
      <p>{say('approval.noResolution')}</p>
      <div>
        <Link href={`/resoluciones?reparto=${run.id}`} className="button main">
          {say('approval.enter')}
        </Link>
      </div>
    </>
  );
  return (
    <section className="stack small">
      <h2>{say('approval.resolution')}</h2>
      {isFirst ? (
        <Notice kind="waiting">
          <p>{say('approval.secondPerson')}</p>
        </Notice>
      ) : null}
      <Shown read={resolutions}>
        {(items) =>
          naming(items).length === 0 ? (
            <div className="card stack small">{none}</div>
          ) : (
            naming(items).map((resolution) => (
              <Vote key={resolution.number} run={run} resolution={resolution} canApprove={!isFirst} />
            ))
          )
        }
      </Shown>
    </section>
  );
}

function Vote({ run, resolution, canApprove }: { run: Run; resolution: Resolution; canApprove: boolean }) {
  const { number, subject, adoptedOn, votesFor, votesAgainst, abstentions, carried } = resolution;
  const { send, busy, problem } = useAct('POST /api/profit-sharing/v1/runs/{id}/approval');
  const [isSure, setSure] = useState(false);
  const approve = async (): Promise<void> => {
    if ((await send({ path: { id: run.id }, body: { resolution: number } })) !== undefined) setSure(false);
  };
  return (
    <article className="card stack small">
      <div className="row ends">
        <h3>{number}</h3>
        <Pill kind={carried ? 'done' : 'refused'}>{say(carried ? 'approval.carried' : 'approval.notCarried')}</Pill>
      </div>
      <p>{subject}</p>
      <p className="soft">{say('approval.adoptedOn', { day: dayInWords(adoptedOn) })}</p>
      <p>
        {say('approval.votesOf', {
          for: String(votesFor),
          against: String(votesAgainst),
          abstentions: String(abstentions),
        })}
      </p>
      <p className="soft">{say('approval.samePrint')}</p>
      {carried && canApprove ? (
        <div>
          <Button kind="main" onClick={() => setSure(true)}>
            {say('approval.approve')}
          </Button>
        </div>
      ) : null}
      {isSure ? (
        <Dialog title={say('approval.approveTitle')} onClose={() => setSure(false)}>
          <p>{say('approval.approveText', { paid: inMoney(outcomeOf(run.outcome).totals.paid, run.currency) })}</p>
          {problem === undefined ? null : <ProblemNotice problem={problem} />}
          <div>
            <Button kind="main" onClick={() => void approve()} busy={busy}>
              {say('approval.approve')}
            </Button>
          </div>
        </Dialog>
      ) : null}
    </article>
  );
}
