import { useEffect, useState } from 'react';
import { deviceHere, renewed } from '../../api/session.js';
import { Button } from '../../design/button.js';
import { PasswordField } from '../../design/field.js';
import { ChoiceFilter } from '../../design/filter.js';
import { Form } from '../../design/form.js';
import { Notice } from '../../design/notice.js';
import { Page } from '../../design/page.js';
import { ShownList } from '../../design/shown.js';
import { Table } from '../../design/table.js';
import { useAct } from '../../hooks/use-act.js';
import { useInstall } from '../../hooks/use-install.js';
import { useList } from '../../hooks/use-list.js';
import { useWho } from '../../hooks/use-who.js';
import { moment } from '../../words/dates.js';
import { chooseLabels, labelLanguage, LABEL_LANGUAGES } from '../../words/language.js';
import { say } from '../../words/say.js';
import './words.js';

/** Who is signed in, what this device keeps, where else she is signed in, and her password. */
export default function Me() {
  const { user, roles, member, coop } = useWho();
  return (
    <Page title={say('me.title')}>
      <dl className="card">
        <Pair name={say('me.user')} value={user} />
        <Pair name={say('me.coop')} value={coop.name} />
        <Pair name={say('me.roles')} value={roles.map((role) => say(`me.${role}`)).join(' · ')} />
        {member === null ? null : <Pair name={say('me.member')} value={member} />}
      </dl>
      <LabelsChoice />
      <ThisDevice />
      <Devices />
      <Password />
    </Page>
  );
}

function Pair({ name, value }: { name: string; value: string }) {
  return (
    <div className="pair">
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

/** In which language the menu speaks first, on this device. */
function LabelsChoice() {
  return (
    <section className="card stack small">
      <ChoiceFilter
        label={say('me.labels')}
        value={labelLanguage() ?? ''}
        none={say('me.plain')}
        choices={LABEL_LANGUAGES.map((value) => ({ value, label: say(`me.${value}`) }))}
        onChoose={(wanted) => {
          chooseLabels(wanted);
          // every label is another one
          window.location.reload();
        }}
      />
      {labelLanguage() === undefined ? null : <p className="soft">{say('me.unreviewed')}</p>}
    </section>
  );
}

/** Whether the browser promised to keep what is noted here. */
function ThisDevice() {
  const [isKept, setKept] = useState<boolean>();
  const install = useInstall();
  const storage = 'storage' in navigator ? navigator.storage : undefined;
  useEffect(() => {
    storage?.persisted().then(setKept, () => setKept(false));
  }, [storage]);
  const text = !window.isSecureContext ? 'me.keepsNothing' : isKept ? 'me.keeps' : 'me.mayForget';
  return (
    <section className="card stack small">
      <h2>{say('me.thisDevice')}</h2>
      <p>{say(text)}</p>
      {isKept === false && window.isSecureContext ? (
        <div>
          <Button onClick={() => void storage?.persist().then(setKept)}>{say('me.askToKeep')}</Button>
        </div>
      ) : null}
      {install === undefined ? (
        <p className="soft">{say('me.install')}</p>
      ) : (
        <div>
          <Button onClick={install}>{say('me.installNow')}</Button>
        </div>
      )}
    </section>
  );
}

function Devices() {
  const { timezone } = useWho().coop;
  const devices = useList('GET /api/members/v1/devices', {});
  const end = useAct('POST /api/members/v1/devices/{id}/ending');
  const endAll = useAct('POST /api/members/v1/sessions/ending');
  const here = useHere();
  return (
    <section className="stack small">
      <h2>{say('me.devices')}</h2>
      <ShownList list={devices} empty={<p>{say('states.nothing')}</p>}>
        {(rows) => (
          <Table
            caption={say('me.devices')}
            rows={rows}
            keyOf={({ id }) => id}
            columns={[
              {
                head: say('me.device'),
                cell: ({ id, label }) => (id === here ? say('me.here', { device: label }) : label),
                by: ({ label }) => label,
              },
              { head: say('me.usedAt'), cell: ({ usedAt }) => moment(usedAt, timezone), by: ({ usedAt }) => usedAt },
              {
                head: say('me.waiting'),
                number: true,
                cell: ({ waiting }) => String(waiting),
                by: ({ waiting }) => waiting,
              },
              {
                head: '',
                cell: ({ id }) => (
                  <Button busy={end.busy} onClick={() => void end.send({ path: { id } })}>
                    {say('me.end')}
                  </Button>
                ),
              },
            ]}
          />
        )}
      </ShownList>
      <div>
        <Button busy={endAll.busy} onClick={() => void endAll.send({}).then(renewed)}>
          {say('me.endAll')}
        </Button>
      </div>
    </section>
  );
}

/** Which of her devices this is. */
function useHere(): string | undefined {
  const [here, setHere] = useState<string>();
  useEffect(() => {
    deviceHere().then(setHere, () => undefined);
  }, []);
  return here;
}

function Password() {
  const act = useAct('POST /api/members/v1/password');
  const [isChanged, setChanged] = useState(false);
  return (
    <section className="card stack small">
      <h2>{say('me.password')}</h2>
      {isChanged ? (
        <Notice kind="done">
          <p>{say('me.changed')}</p>
        </Notice>
      ) : null}
      <Form
        problem={act.problem}
        busy={act.busy}
        send={say('me.change')}
        onSend={async (typed) => {
          const body = { current: typed.text('current'), password: typed.text('password') };
          const isDone = (await act.send({ body })) !== undefined;
          setChanged(isDone);
          return isDone;
        }}
      >
        <PasswordField name="current" label={say('me.current')} autoComplete="current-password" />
        <PasswordField name="password" label={say('me.fresh')} autoComplete="new-password" />
      </Form>
    </section>
  );
}
