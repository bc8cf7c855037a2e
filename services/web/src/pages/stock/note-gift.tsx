import { recordCode } from '../../api/record-code.js';
import { TextField } from '../../design/field.js';
import { Form } from '../../design/form.js';
import { MeasuredFields } from '../../design/measured-fields.js';
import { MomentFields, momentOf } from '../../design/moment-fields.js';
import { Page } from '../../design/page.js';
import { useAct } from '../../hooks/use-act.js';
import { useWho } from '../../hooks/use-who.js';
import { say } from '../../words/say.js';

/** Notes what the store gave away: to a school, to who visits. */
export default function NoteGift() {
  const { timezone } = useWho().coop;
  const { send, busy, problem } = useAct('POST /api/inventory/v1/gifts');
  return (
    <Page title={say('stock.noteGift')}>
      <Form
        problem={problem}
        busy={busy}
        send={say('stock.saveGift')}
        draft="gift"
        done={say('states.saved')}
        onSend={async (typed) => {
          const row = {
            code: recordCode('R', typed.text('day')),
            givenAt: momentOf(typed, timezone),
            product: typed.text('product'),
            quantity: typed.text('quantity'),
            unit: typed.text('unit'),
            recipient: typed.text('recipient'),
          };
          return (await send({ body: { rows: [row] } })) !== undefined;
        }}
      >
        <MeasuredFields />
        <TextField
          name="recipient"
          at="/rows/0/recipient"
          label={say('stock.recipient')}
          hint={say('stock.recipientHint')}
          required
        />
        <MomentFields at="/rows/0/givenAt" />
      </Form>
    </Page>
  );
}
