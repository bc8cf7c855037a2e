import { isApproved } from '../../api/approved.js';
import { Link, useParams } from 'wouter';
import { outcomeOf } from '../../api/outcome.js';
import type { Answer } from '../../api/route.js';
import { Notice } from '../../design/notice.js';
import { Page } from '../../design/page.js';
import { RunFigures, WhereItGoes } from '../../design/run-figures.js';
import { RunState } from '../../design/run-state.js';
import { Shown } from '../../design/shown.js';
import { Table } from '../../design/table.js';
import { useRead } from '../../hooks/use-read.js';
import { holds, useWho } from '../../hooks/use-who.js';
import { moment } from '../../words/dates.js';
import { inMoney, signOf } from '../../words/money.js';
import { say } from '../../words/say.js';
import { wordAlone } from '../../words/word-of.js';
import { Families } from './families.js';
import { RunPapers } from './run-papers.js';
import { Reversal } from './reversal.js';
import { RunActs } from './run-acts.js';
import { Verification } from './verification.js';

type Run = Answer<'GET /api/profit-sharing/v1/runs/{id}'>;

/** The shares of a season: from its result to each family, with the workings of every figure. */
export default function RunPage() {
  const { id = '' } = useParams();
  const run = useRead('GET /api/profit-sharing/v1/runs/{id}', { path: { id } });
  return <Shown read={run}>{(shown) => <RunShown run={shown} />}</Shown>;
}

function RunShown({ run }: { run: Run }) {
  const { bases } = outcomeOf(run.outcome);
  const who = useWho();
  return (
    <Page title={say('shares.ofSeason', { season: run.season })} acts={<RunActs run={run} />}>
      <p className="row">
        <RunState state={run.state} />
        <span>{stateInWords(run, who.coop.timezone)}</span>
        {run.state === 'proposed' && holds(who, 'president') ? (
          <Link href="/aprobar" className="button plain">
            {say('shares.toApproval')}
          </Link>
        ) : null}
      </p>
      {run.outOfOrder ? (
        <Notice kind="waiting">
          <p>{say('shares.outOfOrder', { season: run.follows ?? '' })}</p>
        </Notice>
      ) : null}
      <section className="stack small">
        <h2>{say('shares.figures')}</h2>
        <p className="soft">{say('shares.figuresText')}</p>
        <RunFigures run={run} />
      </section>
      <section className="stack small">
        <h2>{say('shares.boliviano', { coin: signOf(run.currency) })}</h2>
        <WhereItGoes run={run} coin={signOf(run.currency)} />
      </section>
      <section className="stack small">
        <h2>{say('shares.bases')}</h2>
        <Table
          caption={say('shares.bases')}
          rows={bases}
          keyOf={({ basis }) => basis}
          columns={[
            {
              head: say('shares.basis'),
              cell: ({ basis }) => wordAlone('basis', basis),
              by: ({ basis }) => wordAlone('basis', basis),
            },
            {
              head: say('shares.amount'),
              cell: ({ pool }) => inMoney(pool, run.currency),
              by: ({ pool }) => pool,
              number: true,
            },
          ]}
        />
      </section>
      <Families run={run} />
      <RunPapers run={run.id} />
      <Verification run={run.id} />
      <Reversal run={run} />
      <p className="soft">{say('shares.byRules', { n: String(run.rulesVersion) })}</p>
      <p className="soft mono">{say('shares.fingerprint', { print: run.fingerprint })}</p>
    </Page>
  );
}

function stateInWords(run: Run, timezone: string): string {
  if (isApproved(run.state))
    return say('shares.approved', { user: run.approvedBy ?? '', resolution: run.resolution ?? '' });
  if (run.state === 'rejected')
    return say('shares.rejected', { user: run.rejectedBy ?? '', reason: run.rejection ?? '' });
  if (run.state === 'proposed') return say('shares.proposed', { user: run.proposedBy ?? '' });
  if (run.state === 'superseded') return say('shares.superseded');
  if (run.state === 'reversed') {
    const { reversedBy, reversalReason, reversalResolution } = run;
    return say('shares.reversed', {
      user: reversedBy ?? '',
      reason: reversalReason ?? '',
      resolution: reversalResolution ?? '',
    });
  }
  return say('shares.calculated', { user: run.calculatedBy, time: moment(run.calculatedAt, timezone) });
}
