import { useState } from 'react';
import { useSearchParams } from 'wouter';
import { recordCode } from '../../api/record-code.js';
import { AmountField } from '../../design/amount-field.js';
import { ChoiceField } from '../../design/field.js';
import { Form } from '../../design/form.js';
import { MeasuredFields } from '../../design/measured-fields.js';
import { MomentFields, momentOf } from '../../design/moment-fields.js';
import { Page } from '../../design/page.js';
import { useKeep, type KeptHere } from '../../hooks/use-keep.js';
import { useProducts, useStructures } from '../../hooks/use-names.js';
import { useWho } from '../../hooks/use-who.js';
import { say } from '../../words/say.js';
import { unitName } from '../../words/unit-name.js';

/** Notes a harvest. Without a line it is kept on this device. */
export default function NoteHarvest() {
  const { timezone } = useWho().coop;
  const [params] = useSearchParams();
  const [kept, setKept] = useState<KeptHere>();
  const structures = useStructures();
  const products = useProducts();
  const { send, busy, problem } = useKeep('POST /api/production/v1/harvests');
  const from = params.get('carpa');
  return (
    <Page title={say('harvests.note')}>
      <Form
        problem={problem}
        busy={busy}
        send={say('harvests.save')}
        draft="harvest"
        done={say(kept?.state === 'waiting' ? 'states.keptHere' : 'states.saved')}
        onSend={async (typed) => {
          const row = {
            code: recordCode('C', typed.text('day')),
            harvestedAt: momentOf(typed, timezone),
            structure: typed.text('structure'),
            product: typed.text('product'),
            quantity: typed.text('quantity'),
            unit: typed.text('unit'),
            ...typed.optional('homeUse'),
          };
          const label = `${products.nameOf(row.product)}, ${row.quantity} ${unitName(row.unit)}`;
          const done = await send({ body: { rows: [row] } }, say('harvests.label', { what: label }));
          setKept(done);
          return done !== undefined;
        }}
      >
        <ChoiceField
          name="structure"
          at="/rows/0/structure"
          label={say('harvests.where')}
          choices={structures.choices}
          {...(from === null ? {} : { defaultValue: from })}
        />
        <MeasuredFields />
        <AmountField
          name="homeUse"
          at="/rows/0/homeUse"
          label={say('harvests.homeUse')}
          hint={say('harvests.homeUseHint')}
          places={2}
          required={false}
        />
        <MomentFields at="/rows/0/harvestedAt" />
      </Form>
    </Page>
  );
}
