import { useState } from 'react';
import { Link, useParams } from 'wouter';
import type { Answer } from '../../api/route.js';
import { Button } from '../../design/button.js';
import { Dialog } from '../../design/dialog.js';
import { Notice, Pill } from '../../design/notice.js';
import { Page } from '../../design/page.js';
import { ProblemNotice } from '../../design/problem-notice.js';
import { ReasonDialog } from '../../design/reason-dialog.js';
import { Shown } from '../../design/shown.js';
import { useAct } from '../../hooks/use-act.js';
import { useRead } from '../../hooks/use-read.js';
import { holds, useWho } from '../../hooks/use-who.js';
import { moment } from '../../words/dates.js';
import { say } from '../../words/say.js';
import { AgendaItem } from './agenda-item.js';

type Assembly = Answer<'GET /api/members/v1/assemblies/{code}'>;

/** How often a phone asks what is being voted on. */
const ASKED_MS = 5_000;

/** An assembly: its agenda, the votes on it, and what came of it. */
export default function AssemblyPage() {
  const { code = '' } = useParams<{ code: string }>();
  const read = useRead('GET /api/members/v1/assemblies/{code}', { path: { code } }, { everyMs: ASKED_MS });
  return <Shown read={read}>{(assembly) => <Held assembly={assembly} />}</Shown>;
}

function Held({ assembly }: { assembly: Assembly }) {
  const who = useWho();
  const { code, state, place, startsAt, late, presentNow, membersOfDay, here } = assembly;
  const leads = holds(who, 'president', 'manager');
  const isOfficer = leads || holds(who, 'treasurer');
  return (
    <Page
      title={moment(startsAt, who.coop.timezone)}
      acts={
        <>
          {isOfficer && (state === 'called' || state === 'open') ? (
            <Link className="button" href={`/asambleas/${code}/asistencia`}>
              {say('assemblies.attendance')}
            </Link>
          ) : null}
          {state !== 'called' && (isOfficer || here) ? (
            <Link className="button" href={`/asambleas/${code}/acta`}>
              {say('assemblies.minutes')}
            </Link>
          ) : null}
        </>
      }
    >
      <p>
        {place} <Pill kind={state === 'closed' ? 'done' : 'plain'}>{say(`assemblies.${state}`)}</Pill>
      </p>
      {late ? (
        <Notice kind="waiting">
          <p>{say('assemblies.late')}</p>
        </Notice>
      ) : null}
      {state === 'cancelled' ? <p>{assembly.cancelledReason}</p> : null}
      <p>{say('assemblies.there', { present: String(presentNow), members: String(membersOfDay) })}</p>
      {leads ? <Lead assembly={assembly} /> : null}
      {state === 'open' && who.member !== null && !here ? (
        <Notice kind="waiting">
          <p>{say('assemblies.notThere')}</p>
        </Notice>
      ) : null}
      <h2>{say('assemblies.agenda')}</h2>
      <ol className="stack">
        {assembly.agenda.map((item) => (
          <li key={item.number} className="card stack small">
            <AgendaItem assembly={assembly} item={item} />
          </li>
        ))}
      </ol>
    </Page>
  );
}

/** What opens, closes and takes back an assembly. */
function Lead({ assembly: { code, state, agenda } }: { assembly: Assembly }) {
  const path = { code };
  const open = useAct('POST /api/members/v1/assemblies/{code}/opening');
  const close = useAct('POST /api/members/v1/assemblies/{code}/closing');
  const cancel = useAct('POST /api/members/v1/assemblies/{code}/cancellation');
  const [asks, setAsks] = useState<'close' | 'cancel'>();
  const problem = open.problem ?? close.problem;
  const isVoting = agenda.some((item) => item.state === 'voting');
  return (
    <div className="stack small">
      {problem === undefined ? null : <ProblemNotice problem={problem} />}
      <div className="row">
        {state === 'called' ? (
          <>
            <Button kind="main" busy={open.busy} onClick={() => void open.send({ path, body: {} })}>
              {say('assemblies.openNow')}
            </Button>
            <Button kind="bare" onClick={() => setAsks('cancel')}>
              {say('assemblies.cancel')}
            </Button>
          </>
        ) : null}
        {state === 'open' && !isVoting ? (
          <Button kind="grave" onClick={() => setAsks('close')}>
            {say('assemblies.close')}
          </Button>
        ) : null}
      </div>
      {asks === 'cancel' ? (
        <ReasonDialog
          title={say('assemblies.cancel')}
          text={say('assemblies.cancelText')}
          send={say('assemblies.cancel')}
          act={cancel}
          onReason={async (reason) => (await cancel.send({ path, body: { reason } })) !== undefined}
          onClose={() => setAsks(undefined)}
        />
      ) : null}
      {asks === 'close' ? (
        <Dialog title={say('assemblies.close')} onClose={() => setAsks(undefined)}>
          <p>{say('assemblies.closeText')}</p>
          <Button
            kind="grave"
            busy={close.busy}
            onClick={() => void close.send({ path }).then(() => setAsks(undefined))}
          >
            {say('assemblies.close')}
          </Button>
        </Dialog>
      ) : null}
    </div>
  );
}
