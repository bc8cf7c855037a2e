import { useState } from 'react';
import { recordCode } from '../../api/record-code.js';
import { AmountField } from '../../design/amount-field.js';
import { ChoiceField } from '../../design/field.js';
import { Form } from '../../design/form.js';
import { MeasuredFields } from '../../design/measured-fields.js';
import { MomentFields, momentOf } from '../../design/moment-fields.js';
import { Page } from '../../design/page.js';
import { useKeep, type KeptHere } from '../../hooks/use-keep.js';
import { useMembers, useProducts } from '../../hooks/use-names.js';
import { useWho } from '../../hooks/use-who.js';
import { signOf } from '../../words/money.js';
import { say } from '../../words/say.js';
import { unitName } from '../../words/unit-name.js';

/** Notes what a member delivers of her own. Without a line it is kept on this device. */
export default function NoteDelivery() {
  const { timezone, currency, places } = useWho().coop;
  const [kept, setKept] = useState<KeptHere>();
  const members = useMembers();
  const products = useProducts();
  const { send, busy, problem } = useKeep('POST /api/inventory/v1/deliveries');
  return (
    <Page title={say('stock.noteDelivery')}>
      <Form
        problem={problem}
        busy={busy}
        send={say('stock.saveDelivery')}
        draft="delivery"
        done={say(kept?.state === 'waiting' ? 'states.keptHere' : 'states.saved')}
        onSend={async (typed) => {
          const row = {
            code: recordCode('E', typed.text('day')),
            deliveredAt: momentOf(typed, timezone),
            member: typed.text('member'),
            product: typed.text('product'),
            quantity: typed.text('quantity'),
            unit: typed.text('unit'),
            unitPrice: typed.text('unitPrice'),
          };
          const label = `${products.nameOf(row.product)}, ${row.quantity} ${unitName(row.unit)}`;
          const done = await send({ body: { rows: [row] } }, say('stock.deliveryLabel', { what: label }));
          setKept(done);
          return done !== undefined;
        }}
      >
        <ChoiceField name="member" at="/rows/0/member" label={say('stock.member')} choices={members.choices} />
        <MeasuredFields />
        <AmountField
          name="unitPrice"
          at="/rows/0/unitPrice"
          label={say('stock.unitPrice')}
          places={places}
          unit={signOf(currency)}
        />
        <MomentFields at="/rows/0/deliveredAt" />
      </Form>
    </Page>
  );
}
