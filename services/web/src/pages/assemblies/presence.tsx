import { useParams } from 'wouter';
import { Page } from '../../design/page.js';
import { ProblemNotice } from '../../design/problem-notice.js';
import { Shown } from '../../design/shown.js';
import { useAct } from '../../hooks/use-act.js';
import { useWhole } from '../../hooks/use-whole.js';
import { say } from '../../words/say.js';

/** Who is there: a name to be touched for each member. */
export default function Presence() {
  const { code = '' } = useParams<{ code: string }>();
  const list = useWhole('GET /api/members/v1/assemblies/{code}/attendance', { path: { code } });
  const { send, problem } = useAct('POST /api/members/v1/assemblies/{code}/attendance');
  return (
    <Page title={say('assemblies.attendance')}>
      <p>{say('assemblies.attendanceText')}</p>
      {problem === undefined ? null : <ProblemNotice problem={problem} />}
      <Shown read={list}>
        {(rows) => (
          <>
            <p role="status">
              {say('assemblies.there', {
                present: String(rows.filter(({ present }) => present).length),
                members: String(rows.length),
              })}
            </p>
            <ul className="ticks">
              {rows.map(({ member, name, present }) => (
                <li key={member}>
                  <button
                    type="button"
                    className="tick"
                    aria-pressed={present}
                    onClick={() => void send({ path: { code }, body: { rows: [{ member, present: !present }] } })}
                  >
                    <span aria-hidden="true">{present ? '✓' : ''}</span>
                    {name}
                  </button>
                </li>
              ))}
            </ul>
          </>
        )}
      </Shown>
    </Page>
  );
}
