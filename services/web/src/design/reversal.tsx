import type { ActRoute, Sent } from '../api/route.js';
import { useAct } from '../hooks/use-act.js';
import { say } from '../words/say.js';
import { Dialog } from './dialog.js';
import { LongTextField } from './field.js';
import { Form } from './form.js';

/** Takes a record back, with its reason. Nothing is deleted: the record stays, and says who took it back and why. */
export function Reversal<R extends ActRoute>({
  route,
  name,
  sent,
  onClose,
}: {
  route: R;
  /** What is taken back, in words. */
  name: string;
  sent: (body: { readonly reason: string }) => Sent<R>;
  onClose: () => void;
}) {
  const { send, busy, problem } = useAct(route);
  return (
    <Dialog title={say('states.reverseTitle')} onClose={onClose}>
      <p>
        <strong>{name}</strong>
      </p>
      <p>{say('states.reverseText')}</p>
      <Form
        problem={problem}
        busy={busy}
        send={say('states.reverse')}
        onSend={async (typed) => {
          if ((await send(sent({ reason: typed.text('reason') }))) === undefined) return false;
          onClose();
          return true;
        }}
      >
        <LongTextField name="reason" label={say('forms.reason')} />
      </Form>
    </Dialog>
  );
}
