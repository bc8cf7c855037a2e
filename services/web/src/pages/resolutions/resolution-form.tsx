import { useState } from 'react';
import { CoveredFields, coversIn, type Covered } from '../../design/covered-fields.js';
import { DayField, TextField } from '../../design/field.js';
import { Form, type Typed } from '../../design/form.js';
import { Shown } from '../../design/shown.js';
import { useAct } from '../../hooks/use-act.js';
import { useRead } from '../../hooks/use-read.js';
import { say } from '../../words/say.js';

/** Enters what the assembly decided. @param run the shares that it decided on, where somebody comes from there */
export function ResolutionForm({ run }: { run: string | undefined }) {
  const from = useRead(
    'GET /api/profit-sharing/v1/runs/{id}',
    { path: { id: run ?? '' } },
    { when: run !== undefined },
  );
  if (run === undefined) return <Fields first={[]} />;
  return (
    <Shown read={from}>{({ season, fingerprint }) => <Fields first={[{ kind: 'run', season, fingerprint }]} />}</Shown>
  );
}

const COVERS = '/rows/0/covers';

function Fields({ first }: { first: readonly Covered[] }) {
  const { send, busy, problem } = useAct('POST /api/members/v1/resolutions');
  const [entered, setEntered] = useState(0);

  const enter = async (typed: Typed): Promise<boolean> => {
    const count = (name: string): number => Number(typed.text(name) || '0');
    const row = {
      number: typed.text('number'),
      adoptedOn: typed.text('adoptedOn'),
      subject: typed.text('subject'),
      votesFor: count('votesFor'),
      votesAgainst: count('votesAgainst'),
      abstentions: count('abstentions'),
      covers: coversIn(typed, COVERS),
    };
    const isDone = (await send({ body: { rows: [row] } })) !== undefined;
    if (isDone) setEntered(entered + 1);
    return isDone;
  };

  return (
    <div className="card stack small">
      <h2>{say('resolutions.enter')}</h2>
      <p className="soft">{say('resolutions.once')}</p>
      <Form
        onSend={enter}
        problem={problem}
        busy={busy}
        send={say('resolutions.enter')}
        done={say('resolutions.done')}
        draft="resolution"
      >
        <div className="fields">
          <TextField name="number" at="/rows/0/number" label={say('resolutions.number')} required />
          <DayField name="adoptedOn" at="/rows/0/adoptedOn" label={say('resolutions.adoptedOn')} required />
          <TextField name="subject" at="/rows/0/subject" label={say('resolutions.subject')} required />
          {(['votesFor', 'votesAgainst', 'abstentions'] as const).map((name) => (
            <TextField
              key={name}
              name={name}
              at={`/rows/0/${name}`}
              label={say(`resolutions.${name}`)}
              inputMode="numeric"
              pattern="[0-9]*"
              required={name === 'votesFor'}
              defaultValue={name === 'votesFor' ? '' : '0'}
            />
          ))}
        </div>
        <CoveredFields key={entered} at={COVERS} first={entered === 0 ? first : []} />
      </Form>
    </div>
  );
}
