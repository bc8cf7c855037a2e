import { useState } from 'react';
import { choiceWord } from '@ayni/kernel';
import { AmountField } from '../../design/amount-field.js';
import { CheckField, ChoiceField, TextField } from '../../design/field.js';
import { Form } from '../../design/form.js';
import { useAct } from '../../hooks/use-act.js';
import { useWho } from '../../hooks/use-who.js';
import { language } from '../../words/language.js';
import { signOf } from '../../words/money.js';
import { say } from '../../words/say.js';

const RULES = ['same-part', 'in-full'] as const;

/** Codes that were typed one after another. */
const codesIn = (text: string): string[] => text.split(/[\s,;]+/).filter((code) => code !== '');

/** Plans a round with the money that is there. */
export function PlanForm({ run, planned }: { run: string; planned: number }) {
  const { send, busy, problem } = useAct('POST /api/profit-sharing/v1/runs/{id}/payouts');
  const { places, currency } = useWho().coop;
  const unit = signOf(currency);
  const [rule, setRule] = useState<string>('same-part');
  return (
    <section className="card stack small">
      <h2>{say('payouts.planTitle')}</h2>
      <Form
        problem={problem}
        busy={busy}
        send={say('payouts.plan')}
        done={say('payouts.planned')}
        onSend={async (typed) => {
          const [order, members] = [codesIn(typed.text('order')), codesIn(typed.text('members'))];
          const body = {
            ...{ code: typed.text('code'), rule: RULES.find((rule) => rule === typed.text('rule')) ?? 'same-part' },
            ...{ ...typed.optional('cash'), ...typed.optional('bank') },
            ...(order.length === 0 ? {} : { order }),
            ...(members.length === 0 ? {} : { certificates: { members, valueEach: typed.text('valueEach') } }),
            ...(typed.isChecked('counted') ? { counted: true } : {}),
          };
          return (await send({ path: { id: run }, body })) !== undefined;
        }}
      >
        <TextField name="code" label={say('payouts.code')} defaultValue={`PAGO-${planned + 1}`} />
        <ChoiceField
          name="rule"
          label={say('payouts.rule')}
          defaultValue="same-part"
          onChoose={setRule}
          choices={RULES.map((value) => ({ value, label: choiceWord('rule', value, language()) ?? value }))}
        />
        {rule === 'in-full' ? (
          <TextField name="order" label={say('payouts.order')} hint={say('payouts.orderText')} required={false} />
        ) : null}
        <AmountField
          name="cash"
          label={say('payouts.cash')}
          hint={say('payouts.all')}
          places={places}
          unit={unit}
          required={false}
        />
        <AmountField
          name="bank"
          label={say('payouts.bank')}
          hint={say('payouts.all')}
          places={places}
          unit={unit}
          required={false}
        />
        <TextField
          name="members"
          label={say('payouts.certificates')}
          hint={say('payouts.certificatesText')}
          at="/certificates/members"
          required={false}
        />
        <AmountField
          name="valueEach"
          label={say('payouts.valueEach')}
          at="/certificates/valueEach"
          places={places}
          unit={unit}
          required={false}
        />
        <CheckField name="counted" label={say('payouts.counted')} />
      </Form>
    </section>
  );
}
