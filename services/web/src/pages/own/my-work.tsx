import { newKey } from '../../api/new-key.js';
import { serverNow } from '../../api/server-time.js';
import { AmountField } from '../../design/amount-field.js';
import { DayField, TextField } from '../../design/field.js';
import { Form, type Typed } from '../../design/form.js';
import { Pill } from '../../design/notice.js';
import { Page } from '../../design/page.js';
import { ShownList } from '../../design/shown.js';
import { Table } from '../../design/table.js';
import { Task, TaskTiles } from '../../design/task.js';
import { useAct } from '../../hooks/use-act.js';
import { useList } from '../../hooks/use-list.js';
import { useWho } from '../../hooks/use-who.js';
import { activityName } from '../../words/activity.js';
import { dayIn, dayInShort, inHours } from '../../words/dates.js';
import { say } from '../../words/say.js';
import './words.js';
import { daysAfter } from '../../words/week.js';
import { minutesOf } from '../../words/minutes-of.js';

const CODE_LENGTH = 12;
/** She looks for what she did of late. */
const SHOWN_DAYS = 92;

/** Noting what she did, and all that she noted. */
export default function MyWork() {
  const { member, coop } = useWho();
  const act = useAct('POST /api/production/v1/work');
  const today = dayIn(coop.timezone, serverNow());
  const work = useList('GET /api/production/v1/work', { query: { from: daysAfter(today, -SHOWN_DAYS) } });
  if (member === null)
    return (
      <Page title={say('own.workTitle')}>
        <p>{say('own.noMember')}</p>
      </Page>
    );

  const note = async (typed: Typed): Promise<boolean> => {
    const row = {
      code: `w-${newKey().slice(0, CODE_LENGTH)}`,
      workedOn: typed.text('workedOn'),
      member,
      activity: typed.text('activity'),
      minutes: minutesOf(typed.text('hours')),
    };
    return (await act.send({ body: { rows: [row] } })) !== undefined;
  };
  return (
    <Page title={say('own.workTitle')}>
      <Form
        onSend={note}
        problem={act.problem}
        busy={act.busy}
        send={say('own.noteWork')}
        done={say('own.noted')}
        draft="my-work"
      >
        <TaskTiles field="activity" />
        <div className="fields">
          <TextField
            name="activity"
            at="/rows/0/activity"
            label={say('own.activity')}
            hint={say('own.activityHint')}
            required
          />
          <DayField
            name="workedOn"
            at="/rows/0/workedOn"
            label={say('own.day')}
            defaultValue={today}
            max={today}
            required
          />
          <AmountField
            name="hours"
            at="/rows/0/minutes"
            places={2}
            label={say('own.hours')}
            hint={say('own.hoursHint')}
          />
        </div>
      </Form>
      <ShownList list={work} empty={<p>{say('own.noWork')}</p>}>
        {(rows) => (
          <Table
            caption={say('own.workTitle')}
            rows={[...rows].reverse()}
            keyOf={({ code }) => code}
            columns={[
              { head: say('own.day'), cell: ({ workedOn }) => dayInShort(workedOn), by: ({ workedOn }) => workedOn },
              {
                head: say('own.activity'),
                cell: ({ activity }) => <Task activity={activity} />,
                by: ({ activity }) => activityName(activity),
              },
              {
                head: say('own.hours'),
                cell: ({ minutes }) => inHours(minutes),
                by: ({ minutes }) => minutes,
                number: true,
              },
              { head: '', cell: (row) => <WorkState {...row} /> },
            ]}
          />
        )}
      </ShownList>
    </Page>
  );
}

function WorkState({ reversal, confirmedBy }: { reversal: string | null; confirmedBy?: string | null }) {
  if (reversal !== null) return <Pill kind="plain">{say('own.takenBack')}</Pill>;
  return !confirmedBy ? (
    <Pill kind="waiting">{say('own.unconfirmed')}</Pill>
  ) : (
    <Pill kind="done">{say('own.confirmed')}</Pill>
  );
}
