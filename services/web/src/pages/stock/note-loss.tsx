import { useState } from 'react';
import { recordCode } from '../../api/record-code.js';
import { CheckField, TextField } from '../../design/field.js';
import { Form } from '../../design/form.js';
import { MeasuredFields } from '../../design/measured-fields.js';
import { MomentFields, momentOf } from '../../design/moment-fields.js';
import { Page } from '../../design/page.js';
import { useKeep, type KeptHere } from '../../hooks/use-keep.js';
import { useProducts } from '../../hooks/use-names.js';
import { useWho } from '../../hooks/use-who.js';
import { say } from '../../words/say.js';
import { unitName } from '../../words/unit-name.js';

/** Notes what the store lost. Without a line it is kept on this device. */
export default function NoteLoss() {
  const { timezone } = useWho().coop;
  const [kept, setKept] = useState<KeptHere>();
  const products = useProducts();
  const { send, busy, problem } = useKeep('POST /api/inventory/v1/losses');
  return (
    <Page title={say('stock.noteLoss')}>
      <Form
        problem={problem}
        busy={busy}
        send={say('stock.saveLoss')}
        draft="loss"
        done={say(kept?.state === 'waiting' ? 'states.keptHere' : 'states.saved')}
        onSend={async (typed) => {
          const row = {
            code: recordCode('P', typed.text('day')),
            lostAt: momentOf(typed, timezone),
            product: typed.text('product'),
            quantity: typed.text('quantity'),
            unit: typed.text('unit'),
            reason: typed.text('reason'),
            ...(typed.isChecked('counted') ? { counted: true } : {}),
          };
          const label = `${products.nameOf(row.product)}, ${row.quantity} ${unitName(row.unit)}`;
          const done = await send({ body: { rows: [row] } }, say('stock.lossLabel', { what: label }));
          setKept(done);
          return done !== undefined;
        }}
      >
        <MeasuredFields />
        <TextField
          name="reason"
          at="/rows/0/reason"
          label={say('forms.reason')}
          hint={say('stock.reasonHint')}
          required
        />
        <CheckField name="counted" label={say('stock.counted')} />
        <MomentFields at="/rows/0/lostAt" />
      </Form>
    </Page>
  );
}
