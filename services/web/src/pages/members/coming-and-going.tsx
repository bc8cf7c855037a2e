import { serverNow } from '../../api/server-time.js';
import { Dialog } from '../../design/dialog.js';
import { ChoiceField, DayField, LongTextField } from '../../design/field.js';
import { Form } from '../../design/form.js';
import { useAct } from '../../hooks/use-act.js';
import { useWho } from '../../hooks/use-who.js';
import { dayIn } from '../../words/dates.js';
import { choiceWord } from '@ayni/kernel';
import { language } from '../../words/language.js';
import { say } from '../../words/say.js';
import { AdmissionField } from './admission-field.js';
import type { Member } from './person.js';

/** Notes that a member left, or that one who had left came back. */
export function ComingAndGoing({ member, onClose }: { member: Member; onClose: () => void }) {
  return member.leftOn === null ? (
    <Departure number={member.number} onClose={onClose} />
  ) : (
    <Return number={member.number} onClose={onClose} />
  );
}

type Props = { readonly number: string; readonly onClose: () => void };

const LEAVINGS = ['resigned', 'died', 'expelled'] as const satisfies readonly Member['leftCause'][];

function Departure({ number, onClose }: Props) {
  const { timezone } = useWho().coop;
  const { send, busy, problem } = useAct('POST /api/members/v1/members/{number}/departure');
  return (
    <Dialog title={say('members.departure')} onClose={onClose}>
      <p>{say('members.departureText')}</p>
      <Form
        problem={problem}
        busy={busy}
        send={say('members.departure')}
        onSend={async (typed) => {
          const cause = LEAVINGS.find((known) => known === typed.text('cause')) ?? 'resigned';
          const body = { leftOn: typed.text('leftOn'), reason: typed.text('reason'), cause };
          if ((await send({ path: { number }, body })) === undefined) return false;
          onClose();
          return true;
        }}
      >
        <DayField name="leftOn" label={say('members.leftOn')} defaultValue={dayIn(timezone, serverNow())} required />
        <ChoiceField
          name="cause"
          label={say('members.cause')}
          choices={LEAVINGS.map((value) => ({ value, label: choiceWord('cause', value, language()) ?? value }))}
        />
        <LongTextField name="reason" label={say('forms.reason')} />
      </Form>
    </Dialog>
  );
}

function Return({ number, onClose }: Props) {
  const { timezone } = useWho().coop;
  const { send, busy, problem } = useAct('POST /api/members/v1/members/{number}/return');
  return (
    <Dialog title={say('members.return')} onClose={onClose}>
      <p>{say('members.returnText')}</p>
      <Form
        problem={problem}
        busy={busy}
        send={say('members.return')}
        onSend={async (typed) => {
          const body = { joinedOn: typed.text('joinedOn'), ...typed.optional('resolution') };
          if ((await send({ path: { number }, body })) === undefined) return false;
          onClose();
          return true;
        }}
      >
        <DayField
          name="joinedOn"
          label={say('members.returnedOn')}
          defaultValue={dayIn(timezone, serverNow())}
          required
        />
        <AdmissionField at="/resolution" member={number} />
      </Form>
    </Dialog>
  );
}
