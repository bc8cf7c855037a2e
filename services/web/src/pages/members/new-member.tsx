import { serverNow } from '../../api/server-time.js';
import { Dialog } from '../../design/dialog.js';
import { DayField, TextField } from '../../design/field.js';
import { Form } from '../../design/form.js';
import { Shown } from '../../design/shown.js';
import { useAct } from '../../hooks/use-act.js';
import { useWhole } from '../../hooks/use-whole.js';
import { useWho } from '../../hooks/use-who.js';
import { dayIn } from '../../words/dates.js';
import { nextCode } from '../../words/next-code.js';
import { say } from '../../words/say.js';
import { AdmissionField } from './admission-field.js';
import { MemberFields } from './member-fields.js';
import { sexOf } from './person.js';

/** Registers a member of a family. */
export function NewMember({ household, onClose }: { household: string; onClose: () => void }) {
  const { timezone } = useWho().coop;
  const all = useWhole('GET /api/members/v1/members', {});
  const { send, busy, problem } = useAct('POST /api/members/v1/members');
  return (
    <Dialog title={say('members.newMember')} onClose={onClose}>
      <Shown read={all}>
        {(members) => (
          <Form
            problem={problem}
            busy={busy}
            send={say('members.newMember')}
            draft={`new-member-${household}`}
            onSend={async (typed) => {
              const row = {
                number: typed.text('number'),
                givenNames: typed.text('givenNames'),
                surnames: typed.text('surnames'),
                sex: sexOf(typed.text('sex')),
                birthYear: Number(typed.text('birthYear')),
                household,
                joinedOn: typed.text('joinedOn'),
                ...typed.optional('resolution'),
              };
              if ((await send({ body: { rows: [row] } })) === undefined) return false;
              onClose();
              return true;
            }}
          >
            <MemberFields under="/rows/0" />
            <DayField
              name="joinedOn"
              at="/rows/0/joinedOn"
              label={say('members.joinedOn')}
              defaultValue={dayIn(timezone, serverNow())}
              required
            />
            <TextField
              name="number"
              at="/rows/0/number"
              label={say('members.number')}
              defaultValue={nextCode(
                members.map(({ number }) => number),
                '001',
              )}
              required
            />
            <AdmissionField at="/rows/0/resolution" />
          </Form>
        )}
      </Shown>
    </Dialog>
  );
}
