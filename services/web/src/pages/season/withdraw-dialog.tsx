import { Dialog } from '../../design/dialog.js';
import { LongTextField } from '../../design/field.js';
import { Form } from '../../design/form.js';
import { Notice } from '../../design/notice.js';
import { useAct } from '../../hooks/use-act.js';
import { say } from '../../words/say.js';
import { SeasonAgainField } from './season-again-field.js';

/** Asks whether a season that was opened by mistake is really to be withdrawn: its code once more, and why. */
export function WithdrawDialog({
  season: { code, name },
  onClose,
}: {
  season: { readonly code: string; readonly name: string };
  onClose: () => void;
}) {
  const { send, busy, problem } = useAct('POST /api/profit-sharing/v1/seasons/{code}/withdrawal');
  return (
    <Dialog title={say('season.withdrawTitle', { season: name })} onClose={onClose}>
      <Notice kind="waiting">
        <p>{say('season.withdrawText')}</p>
      </Notice>
      <Form
        problem={problem}
        busy={busy}
        send={say('season.withdraw')}
        onSend={async (typed) => {
          const body = { season: typed.text('season'), reason: typed.text('reason') };
          if ((await send({ path: { code }, body })) === undefined) return false;
          onClose();
          return true;
        }}
      >
        <SeasonAgainField code={code} />
        <LongTextField name="reason" label={say('forms.reason')} />
      </Form>
    </Dialog>
  );
}
