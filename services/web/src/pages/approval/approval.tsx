import { Link } from 'wouter';
import { isApproved } from '../../api/approved.js';
import { Notice } from '../../design/notice.js';
import { Page } from '../../design/page.js';
import { RejectRun } from '../../design/reject-run.js';
import { RunFigures } from '../../design/run-figures.js';
import { Shown, ShownList } from '../../design/shown.js';
import { useList, type ItemOf } from '../../hooks/use-list.js';
import { useRead } from '../../hooks/use-read.js';
import { useWho } from '../../hooks/use-who.js';
import { useWhole } from '../../hooks/use-whole.js';
import { moment } from '../../words/dates.js';
import { say } from '../../words/say.js';
import { Approve } from './approve.js';
import { Since } from './since.js';

/** What waits for the second person: the proposed shares and the resolution, side by side. */
export default function Approval() {
  const runs = useList('GET /api/profit-sharing/v1/runs', { query: { state: 'proposed' } });
  return (
    <Page title={say('approval.title')}>
      <Reversals />
      <ShownList list={runs} empty={<p>{say('approval.none')}</p>}>
        {(items) => items.map((run) => <Proposed key={run.id} run={run} />)}
      </ShownList>
    </Page>
  );
}

/** Approved shares of which somebody asks that they be reversed. */
function Reversals() {
  const runs = useWhole('GET /api/profit-sharing/v1/runs', {}).data?.value ?? [];
  const asked = runs.filter(({ state, reversalReason }) => isApproved(state) && reversalReason !== null);
  return asked.map(({ id, season }) => (
    <Notice key={id} kind="waiting">
      <p>
        {say('reversal.waiting', { season })} <Link href={`/reparto/${id}`}>{say('reversal.look')}</Link>
      </p>
    </Notice>
  ));
}

function Proposed({ run: { id, season } }: { run: ItemOf<'GET /api/profit-sharing/v1/runs'> }) {
  const run = useRead('GET /api/profit-sharing/v1/runs/{id}', { path: { id } });
  const { timezone } = useWho().coop;
  return (
    <Shown read={run}>
      {(shown) => (
        <div className="side-by-side">
          <section className="stack small">
            <h2>{say('shares.ofSeason', { season })}</h2>
            <p className="soft">
              {say('approval.proposedBy', {
                calculator: shown.calculatedBy,
                proposer: shown.proposedBy ?? '',
                time: moment(shown.proposedAt ?? shown.calculatedAt, timezone),
              })}
            </p>
            <RunFigures run={shown} />
            <Since run={shown} />
            <div className="row">
              <Link href={`/reparto/${id}`} className="button plain">
                {say('approval.whole')}
              </Link>
              <RejectRun id={id} />
            </div>
          </section>
          <Approve run={shown} />
        </div>
      )}
    </Shown>
  );
}
