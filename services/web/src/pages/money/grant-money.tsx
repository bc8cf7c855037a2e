import { useState } from 'react';
import { AmountField } from '../../design/amount-field.js';
import { Button } from '../../design/button.js';
import { Dialog } from '../../design/dialog.js';
import { DayField, LongTextField, TextField } from '../../design/field.js';
import { Form, type Typed } from '../../design/form.js';
import { useAct } from '../../hooks/use-act.js';
import { useWho } from '../../hooks/use-who.js';
import { signOf } from '../../words/money.js';
import { say } from '../../words/say.js';

const ACTS = ['receipt', 'refund', 'writeOff'] as const;
type MoneyAct = (typeof ACTS)[number];

/** What happens to the money of a grant: it comes, it is given back, or it is given up. */
export function GrantMoney({ grant }: { grant: { readonly code: string; readonly funder: string } }) {
  const [open, setOpen] = useState<MoneyAct>();
  return (
    <div className="row">
      {ACTS.map((act) => (
        <Button key={act} onClick={() => setOpen(act)} aria-label={`${say(`money.${act}`)}: ${grant.funder}`}>
          {say(`money.${act}`)}
        </Button>
      ))}
      {open === undefined ? null : <MoneyDialog act={open} grant={grant} onClose={() => setOpen(undefined)} />}
    </div>
  );
}

const DAY_AT = { receipt: 'receivedOn', refund: 'refundedOn', writeOff: 'writtenOffOn' } as const;

function MoneyDialog({
  act,
  grant: { code: grant, funder },
  onClose,
}: {
  act: MoneyAct;
  grant: { readonly code: string; readonly funder: string };
  onClose: () => void;
}) {
  const receipts = useAct('POST /api/profit-sharing/v1/grant-receipts');
  const refunds = useAct('POST /api/profit-sharing/v1/grant-refunds');
  const writeOffs = useAct('POST /api/profit-sharing/v1/grant-write-offs');
  const { busy, problem } = { receipt: receipts, refund: refunds, writeOff: writeOffs }[act];
  const { places, currency } = useWho().coop;

  const enter = async (typed: Typed): Promise<boolean> => {
    const row = { code: typed.text('code'), grant, amount: typed.text('amount') };
    const day = typed.text('day');
    const answer =
      act === 'receipt'
        ? await receipts.send({ body: { rows: [{ ...row, receivedOn: day }] } })
        : act === 'refund'
          ? await refunds.send({ body: { rows: [{ ...row, refundedOn: day }] } })
          : await writeOffs.send({ body: { rows: [{ ...row, writtenOffOn: day, reason: typed.text('reason') }] } });
    if (answer !== undefined) onClose();
    return answer !== undefined;
  };

  return (
    <Dialog title={say('money.of', { act: say(`money.${act}`), grant: funder })} onClose={onClose}>
      <Form onSend={enter} problem={problem} busy={busy} send={say(`money.${act}`)}>
        <TextField name="code" at="/rows/0/code" label={say('money.code')} required />
        <DayField name="day" at={`/rows/0/${DAY_AT[act]}`} label={say('money.day')} required />
        <AmountField
          name="amount"
          at="/rows/0/amount"
          label={say('money.amount')}
          unit={signOf(currency)}
          places={places}
        />
        {act === 'writeOff' ? <LongTextField name="reason" at="/rows/0/reason" label={say('money.reason')} /> : null}
      </Form>
    </Dialog>
  );
}
