import type { Problem } from '../api/problem.js';
import { say } from '../words/say.js';
import { Button } from './button.js';
import { Notice } from './notice.js';

/** Why something was not done or cannot be shown: what happened, what is safe, what to do. */
export function ProblemNotice({ problem, again }: { problem: Problem; again?: () => void }) {
  const isUnreachable = problem.status === 0;
  // whoever is to wait a moment was refused, and told for how long
  const isRefused = !problem.passes || problem.status === 429;
  const isAway = !isUnreachable && !isRefused;
  const title = isUnreachable
    ? say('states.unreachableTitle')
    : isAway
      ? say('states.awayTitle')
      : say('states.refusedTitle');
  return (
    <Notice kind={problem.passes ? 'waiting' : 'refused'} title={title}>
      {isUnreachable ? <p>{say('states.unreachableText')}</p> : null}
      {isAway ? <p>{say('states.awayText', { detail: problem.detail })}</p> : null}
      {!isRefused ? null : (
        <ul>
          {problem.faults.map(({ pointer, detail }, index) => (
            <li key={`${pointer} ${index}`}>{detail || problem.detail}</li>
          ))}
        </ul>
      )}
      {again === undefined ? null : (
        <div>
          <Button onClick={again}>{say('states.again')}</Button>
        </div>
      )}
      {problem.requestId === '' ? null : (
        <small className="soft">{say('states.request', { id: problem.requestId })}</small>
      )}
    </Notice>
  );
}
