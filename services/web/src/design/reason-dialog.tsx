import type { Problem } from '../api/problem.js';
import { say } from '../words/say.js';
import { Dialog } from './dialog.js';
import { LongTextField } from './field.js';
import { Form } from './form.js';

/** Asks why something is to be done that is not undone, and does it. */
export function ReasonDialog({
  title,
  text,
  send,
  act: { busy, problem },
  onReason,
  onClose,
}: {
  title: string;
  text: string;
  /** What the button says that does it. */
  send: string;
  act: { readonly busy: boolean; readonly problem: Problem | undefined };
  /** @returns whether it was done: then the dialog goes */
  onReason: (reason: string) => Promise<boolean>;
  onClose: () => void;
}) {
  return (
    <Dialog title={title} onClose={onClose}>
      <p>{text}</p>
      <Form
        problem={problem}
        busy={busy}
        send={send}
        onSend={async (typed) => {
          const isDone = await onReason(typed.text('reason'));
          if (isDone) onClose();
          return isDone;
        }}
      >
        <LongTextField name="reason" label={say('forms.reason')} />
      </Form>
    </Dialog>
  );
}
