import { useState } from 'react';
import { Button } from '../../design/button.js';
import { fetched } from '../../design/fetched.js';
import { useWho } from '../../hooks/use-who.js';
import type { KeptCommand } from '../../offline/kept-command.js';
import { canGiveUp, correct } from '../../offline/queue.js';
import { moment } from '../../words/dates.js';
import { say } from '../../words/say.js';

/** Fetched with what a phone keeps, not before the first act: few records are refused. */
const CorrectCommand = fetched(() => import('./correct-command.js'));

const KeptLines = fetched(() => import('./kept-lines.js'));

const Decided = fetched(() => import('./decided.js'));

/** Refusals that the same sent again meets again: an officer does it for her. */
const FOR_OFFICERS = ['not-of-today'];

/** One thing that this device keeps: what became of it, and what she can do about it. */
export function CommandCard({ command, onGiveUp }: { command: KeptCommand; onGiveUp: () => void }) {
  const { timezone } = useWho().coop;
  const [isCorrecting, setCorrecting] = useState(false);
  const { key, label, keptAt, clockAhead, state, refusal, late, reason, sent } = command;
  const isRefused = state === 'refused';
  const isForOfficers = isRefused && FOR_OFFICERS.includes(refusal?.code ?? '');
  return (
    <li className="card stack small">
      <div className="row ends">
        <strong>{label}</strong>
        <span className="soft">{say('queue.keptAt', { time: moment(keptAt + clockAhead, timezone) })}</span>
      </div>
      <KeptLines command={command} />
      {isRefused && refusal !== undefined ? <p>{refusal.detail}</p> : null}
      {isForOfficers ? <p>{say('queue.forOfficers')}</p> : null}
      {late === undefined ? null : <p>{say(state === 'handed-over' ? 'queue.handedOverText' : 'queue.lateText')}</p>}
      {state === 'handed-over' ? <Decided command={command} /> : null}
      {reason === undefined ? null : <p className="soft">{reason}</p>}
      <div className="row">
        {isRefused && !isForOfficers ? (
          <>
            <Button kind="main" onClick={() => setCorrecting(true)}>
              {say('forms.edit')}
            </Button>
            <Button onClick={() => void correct(key, sent, label)}>{say('queue.again')}</Button>
          </>
        ) : null}
        {canGiveUp(command) ? (
          <Button kind="grave" onClick={onGiveUp}>
            {say('queue.giveUp')}
          </Button>
        ) : null}
      </div>
      {isCorrecting ? <CorrectCommand command={command} onClose={() => setCorrecting(false)} /> : null}
    </li>
  );
}
