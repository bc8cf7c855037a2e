import { useState, type FormEvent } from 'react';
import { serverNow } from '../../api/server-time.js';
import type { Fault } from '../../api/problem.js';
import { Button } from '../../design/button.js';
import { Notice } from '../../design/notice.js';
import { Page } from '../../design/page.js';
import { ProblemNotice } from '../../design/problem-notice.js';
import { useKeep, type KeptHere } from '../../hooks/use-keep.js';
import { useMembers } from '../../hooks/use-names.js';
import { useWho } from '../../hooks/use-who.js';
import { dayIn, dayInShort, inHours } from '../../words/dates.js';
import { say } from '../../words/say.js';
import { PhotoField } from '../../design/photo-field.js';
import { SheetHeadFields } from './sheet-head-fields.js';
import { minutesIn, workOf, type SheetHead } from './sheet.js';

const USUAL_HOURS = '8';

/** A whole attendance sheet: one day, one task, one place, and hours beside each name. It is sent as one, or not at all. */
export default function Attendance() {
  const { timezone } = useWho().coop;
  const { rows: members } = useMembers();
  const { send, busy, problem } = useKeep('POST /api/production/v1/work');
  const [head, setHead] = useState<SheetHead>({ day: dayIn(timezone, serverNow()), activity: '', structure: '' });
  const [hours, setHours] = useState<Readonly<Record<string, string>>>({});
  const [photo, setPhoto] = useState<string>();
  const [sent, setSent] = useState<readonly string[]>([]);
  const [kept, setKept] = useState<KeptHere>();

  const filled = members.map(({ code }) => ({ member: code, hours: hours[code] ?? '' }));
  const rows = workOf(head, filled, photo);
  const minutes = rows.reduce((sum, row) => sum + row.minutes, 0);

  const change = (member: string, typed: string): void => {
    setHours({ ...hours, [member]: typed });
    setKept(undefined);
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (rows.length === 0) return;
    setSent(rows.map(({ member }) => member));
    const label = say('work.label', { what: `${head.activity}, ${dayInShort(head.day)}` });
    const done = await send({ body: { rows: [...rows] } }, label);
    setKept(done);
    if (done !== undefined) setHours({});
  };
  /** What is wrong at a name: what the system said of its row, or hours that are none. */
  const faultOf = (member: string): string | undefined => {
    const typed = hours[member] ?? '';
    if (typed.trim() !== '' && minutesIn(typed) === undefined) return say('work.notHours');
    const index = sent.indexOf(member);
    return problem?.faults.find((fault) => index >= 0 && isOfRow(fault, index))?.detail;
  };
  const isElsewhere = problem?.faults.some(({ pointer }) => !/^\/rows\/\d+/.test(pointer)) ?? false;
  return (
    <Page title={say('work.sheet')}>
      <p>{say('work.sheetText')}</p>
      <form className="stack" onSubmit={(event) => void submit(event)}>
        {problem !== undefined && (problem.passes || isElsewhere) ? <ProblemNotice problem={problem} /> : null}
        {problem !== undefined && !problem.passes && !isElsewhere ? (
          <Notice kind="refused" title={say('work.refusedTitle')}>
            <p>{say('work.refusedText')}</p>
          </Notice>
        ) : null}
        {kept === undefined ? null : (
          <Notice kind="done">
            <p>{say(kept.state === 'waiting' ? 'states.keptHere' : 'work.saved')}</p>
          </Notice>
        )}
        <SheetHeadFields head={head} onChange={setHead} />
        <div className="row">
          <Button onClick={() => setHours(Object.fromEntries(members.map(({ code }) => [code, USUAL_HOURS])))}>
            {say('work.allEight')}
          </Button>
          <Button kind="bare" onClick={() => setHours({})}>
            {say('work.clear')}
          </Button>
        </div>
        <ul className="sheet">
          {members.map(({ code, name }) => (
            <HoursLine
              key={code}
              name={name}
              hours={hours[code] ?? ''}
              fault={faultOf(code)}
              onChange={(typed) => change(code, typed)}
            />
          ))}
        </ul>
        <PhotoField
          route="POST /api/production/v1/attachments"
          label={say('work.photo')}
          there={say('work.photoThere')}
          hash={photo}
          onPhoto={setPhoto}
        />
        <div className="row">
          <Button kind="main" type="submit" busy={busy}>
            {say('work.save', { n: rows.length })}
          </Button>
          <span role="status">{say('work.total', { hours: inHours(minutes) })}</span>
        </div>
      </form>
    </Page>
  );
}

const isOfRow = ({ pointer }: Fault, index: number): boolean =>
  pointer === `/rows/${index}` || pointer.startsWith(`/rows/${index}/`);

function HoursLine({
  name,
  hours,
  fault,
  onChange,
}: {
  name: string;
  hours: string;
  fault: string | undefined;
  onChange: (typed: string) => void;
}) {
  return (
    <li>
      <label>
        <span>{name}</span>
        <input
          inputMode="decimal"
          autoComplete="off"
          value={hours}
          aria-invalid={fault === undefined ? undefined : true}
          onFocus={(event) => event.target.select()}
          onChange={(event) => onChange(event.target.value)}
        />
      </label>
      {fault === undefined ? null : (
        <span className="wrong" role="alert">
          {fault}
        </span>
      )}
    </li>
  );
}
