import { Dialog } from '../../design/dialog.js';
import { LongTextField } from '../../design/field.js';
import { Form } from '../../design/form.js';
import { useKeep } from '../../hooks/use-keep.js';
import { say } from '../../words/say.js';
import type { ReceiptOfDay } from './receipt-of-day.js';

/** Takes a receipt back, with the reason: it stays in the books, and so does that it was taken back. */
export function TakeBack({ receipt: { receipt, key }, onClose }: { receipt: ReceiptOfDay; onClose: () => void }) {
  const { send, busy, problem } = useKeep('POST /api/sales/v1/sales/{receipt}/reversal');
  return (
    <Dialog title={say('stall.takeBackTitle', { receipt })} onClose={onClose}>
      <p>{say('stall.takeBackText')}</p>
      <Form
        busy={busy}
        problem={problem}
        send={say('stall.takeBack')}
        onSend={async (typed) => {
          const sent = { path: { receipt }, body: { reason: typed.text('reason') } };
          const done = await send(sent, `${say('stall.takeBack')} ${receipt}`, key);
          if (done !== undefined) onClose();
          return done !== undefined;
        }}
      >
        <LongTextField name="reason" label={say('stall.why')} hint={say('stall.whyHint')} rows={2} />
      </Form>
    </Dialog>
  );
}
