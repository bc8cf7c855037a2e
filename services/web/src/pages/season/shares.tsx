import { isApproved } from '../../api/approved.js';
import { Link, useLocation } from 'wouter';
import { Button } from '../../design/button.js';
import { Notice } from '../../design/notice.js';
import { ProblemNotice } from '../../design/problem-notice.js';
import { ShownList } from '../../design/shown.js';
import { useAct } from '../../hooks/use-act.js';
import type { ItemOf, List } from '../../hooks/use-list.js';
import { holds, useWho } from '../../hooks/use-who.js';
import { say } from '../../words/say.js';

type Run = ItemOf<'GET /api/profit-sharing/v1/runs'>;

/** The last two steps: the shares of a closed season worked out, and where they are on their way to the families. */
export function Shares({ season, runs }: { season: string; runs: List<Run> }) {
  const { send, busy, problem } = useAct('POST /api/profit-sharing/v1/seasons/{code}/runs');
  const canCalculate = holds(useWho(), 'treasurer');
  const [, go] = useLocation();
  const calculate = async (): Promise<void> => {
    const answer = await send({ path: { code: season } });
    if (answer !== undefined) go(`/reparto/${answer.run.id}`);
  };
  const button = (
    <Button kind="main" onClick={() => void calculate()} busy={busy}>
      {say('season.calculate')}
    </Button>
  );
  return (
    <section className="stack">
      <h2>{say('season.runs')}</h2>
      {problem === undefined ? null : <ProblemNotice problem={problem} />}
      <ShownList
        list={runs}
        empty={
          <>
            <p>{say('season.calculateText')}</p>
            {canCalculate ? <div>{button}</div> : null}
          </>
        }
      >
        {(items) => {
          const standing =
            items.find(({ state }) => isApproved(state)) ??
            items.find(({ state }) => state === 'proposed') ??
            items.find(({ state }) => state === 'calculated');
          if (standing === undefined) return canCalculate ? <div>{button}</div> : null;
          return (
            <>
              {standing.state === 'calculated' ? null : (
                <Notice kind={isApproved(standing.state) ? 'done' : 'waiting'}>
                  <p>
                    {isApproved(standing.state)
                      ? say('season.approvedText', { resolution: standing.resolution ?? '' })
                      : say('season.proposedText')}
                  </p>
                </Notice>
              )}
              <div className="row">
                <Link href={`/reparto/${standing.id}`} className="button main">
                  {say('season.lookAtRun')}
                </Link>
                {standing.state === 'calculated' && canCalculate ? (
                  <Button onClick={() => void calculate()} busy={busy}>
                    {say('season.newRun')}
                  </Button>
                ) : null}
              </div>
            </>
          );
        }}
      </ShownList>
    </section>
  );
}
