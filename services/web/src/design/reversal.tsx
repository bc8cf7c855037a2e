import { useState } from 'react';
import type { ActRoute, Sent } from '../api/route.js';
import { useAct } from '../hooks/use-act.js';
import { say } from '../words/say.js';
import { Button } from './button.js';
import { Dialog } from './dialog.js';
import { LongTextField } from './field.js';
import { Form } from './form.js';
import { Pill } from './notice.js';

/** Takes a record back, with its reason. Nothing is deleted: the record stays, and says who took it back and why. */
export function Reversal<R extends ActRoute>({
  route,
  name,
  sent,
  text = say('states.reverseText'),
  onDone,
  onClose,
}: {
  route: R;
  /** What is taken back, in words. */
  name: string;
  sent: (body: { readonly reason: string }) => Sent<R>;
  /** What comes of it. */
  text?: string;
  onDone?: () => void;
  onClose: () => void;
}) {
  const { send, busy, problem } = useAct(route);
  return (
    <Dialog title={say('states.reverseTitle')} onClose={onClose}>
      <p>
        <strong>{name}</strong>
      </p>
      <p>{text}</p>
      <Form
        problem={problem}
        busy={busy}
        send={say('states.reverse')}
        onSend={async (typed) => {
          if ((await send(sent({ reason: typed.text('reason') }))) === undefined) return false;
          onClose();
          onDone?.();
          return true;
        }}
      >
        <LongTextField name="reason" label={say('forms.reason')} />
      </Form>
    </Dialog>
  );
}

/** At a record: that it was taken back and why, or the button that takes it back. */
export function Reversible<R extends ActRoute>({
  route,
  name,
  reversal,
  sent,
}: {
  route: R;
  name: string;
  /** Why it was taken back; null where it stands. */
  reversal: string | null;
  sent: (body: { readonly reason: string }) => Sent<R>;
}) {
  const [isOpen, setOpen] = useState(false);
  if (reversal !== null)
    return (
      <span>
        <Pill kind="refused">{say('states.reversed')}</Pill> {reversal}
      </span>
    );
  return (
    <>
      <span className="no-print">
        <Button aria-label={`${say('states.reverse')}: ${name}`} onClick={() => setOpen(true)}>
          {say('states.reverse')}
        </Button>
      </span>
      {isOpen ? <Reversal route={route} name={name} sent={sent} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
