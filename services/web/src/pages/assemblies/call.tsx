import { useState } from 'react';
import { useLocation } from 'wouter';
import { serverNow } from '../../api/server-time.js';
import { Button } from '../../design/button.js';
import { CoveredFields, coversIn } from '../../design/covered-fields.js';
import { ChoiceField, DayField, TextField } from '../../design/field.js';
import { Form, useForm, type Typed } from '../../design/form.js';
import { MomentFields, momentOf } from '../../design/moment-fields.js';
import { Page } from '../../design/page.js';
import { Shown } from '../../design/shown.js';
import { useAct } from '../../hooks/use-act.js';
import { useRead } from '../../hooks/use-read.js';
import { useWho } from '../../hooks/use-who.js';
import { dayIn } from '../../words/dates.js';
import { say } from '../../words/say.js';
import { daysAfter } from '../../words/week.js';

const KINDS = ['ordinary', 'report', 'admission', 'statute'] as const;
const kindOf = (text: string): (typeof KINDS)[number] => KINDS.find((kind) => kind === text) ?? 'ordinary';
const ITEMS_AT_FIRST = 2;
const coversAt = (i: number): string => `/agenda/${i}/covers`;

/** Calls an assembly. */
export default function Call() {
  const { timezone } = useWho().coop;
  const [, go] = useLocation();
  const rules = useRead('GET /api/members/v1/assembly-rules/current', {});
  const { send, busy, problem } = useAct('POST /api/members/v1/assemblies');
  const [count, setCount] = useState(ITEMS_AT_FIRST);
  const numbers = Array.from({ length: count }, (_, i) => i);

  const call = async (typed: Typed): Promise<boolean> => {
    const agenda = numbers
      .filter((i) => typed.text(`subject-${i}`) !== '')
      .map((i) => ({
        kind: kindOf(typed.text(`kind-${i}`)),
        subject: typed.text(`subject-${i}`),
        covers: coversIn(typed, coversAt(i)),
      }));
    const body = {
      startsAt: momentOf(typed, timezone),
      place: typed.text('place'),
      ...typed.optional('calledOn'),
      agenda,
    };
    const called = await send({ body });
    if (called) go(`/asambleas/${called.code}`);
    return called !== undefined;
  };

  return (
    <Page title={say('assemblies.call')}>
      <Shown read={rules}>
        {({ noticeDays }) => (
          <>
            <p>{say('assemblies.callText', { days: String(noticeDays) })}</p>
            <Form onSend={call} problem={problem} busy={busy} send={say('assemblies.call')} draft="assembly">
              <h2>{say('assemblies.starts')}</h2>
              <MomentFields at="/startsAt" proposed={daysAfter(dayIn(timezone, serverNow()), noticeDays)} />
              <div className="fields">
                <TextField name="place" label={say('assemblies.place')} required />
                <DayField name="calledOn" label={say('assemblies.calledOn')} />
              </div>
              <h2>{say('assemblies.agenda')}</h2>
              {numbers.map((i) => (
                <Item key={i} i={i} />
              ))}
              <div>
                <Button onClick={() => setCount(count + 1)}>{say('assemblies.oneMore')}</Button>
              </div>
            </Form>
          </>
        )}
      </Shown>
    </Page>
  );
}

function Item({ i }: { i: number }) {
  const { draftOf } = useForm();
  const [kind, setKind] = useState(kindOf(draftOf(`kind-${i}`) ?? ''));
  return (
    <div className="card stack small">
      <div className="fields">
        <TextField
          name={`subject-${i}`}
          at={`/agenda/${i}/subject`}
          label={say('assemblies.item', { n: String(i + 1) })}
          required={i === 0}
        />
        <ChoiceField
          name={`kind-${i}`}
          at={`/agenda/${i}/kind`}
          label={say('assemblies.kind')}
          defaultValue="ordinary"
          choices={KINDS.map((value) => ({ value, label: say(`assemblies.${value}`) }))}
          onChoose={(value) => setKind(kindOf(value))}
        />
      </div>
      {kind === 'report' ? null : <CoveredFields at={coversAt(i)} />}
    </div>
  );
}
