import { Button } from '../../design/button.js';
import { ProblemNotice } from '../../design/problem-notice.js';
import { useAct } from '../../hooks/use-act.js';
import { useWhole } from '../../hooks/use-whole.js';
import { useWho } from '../../hooks/use-who.js';
import { moment } from '../../words/dates.js';
import { say } from '../../words/say.js';
import { rolesInWords } from './user.js';

/** Changes of officers that one of them asked for, and that another has to confirm. */
export function WaitingChanges() {
  const { user: me, coop } = useWho();
  const items = useWhole('GET /api/members/v1/waiting-changes', {}).data?.value ?? [];
  const confirm = useAct('POST /api/members/v1/waiting-changes/{user}/confirmation');
  const reject = useAct('POST /api/members/v1/waiting-changes/{user}/rejection');
  const problem = confirm.problem ?? reject.problem;
  if (items.length === 0) return null;
  return (
    <section className="card stack">
      <h2>{say('users.waitingTitle')}</h2>
      {problem === undefined ? null : <ProblemNotice problem={problem} />}
      {items.map(({ user, roles, active, password, recordedBy, recordedAt }) => (
        <div key={user} className="stack small">
          <strong>{user}</strong>
          <p className="soft">
            {say('users.waitingText', { by: recordedBy, time: moment(recordedAt, coop.timezone) })}
          </p>
          <ul>
            {roles === null ? null : <li>{say('users.newRoles', { roles: rolesInWords(roles) })}</li>}
            {active === null ? null : <li>{say(active ? 'users.willEnter' : 'users.willNotEnter')}</li>}
            {password ? <li>{say('users.newPassword')}</li> : null}
          </ul>
          {recordedBy === me ? null : (
            <div className="row">
              <Button busy={confirm.busy} onClick={() => void confirm.send({ path: { user } })}>
                {say('users.confirm')}
              </Button>
              <Button kind="grave" busy={reject.busy} onClick={() => void reject.send({ path: { user } })}>
                {say('users.reject')}
              </Button>
            </div>
          )}
        </div>
      ))}
    </section>
  );
}
