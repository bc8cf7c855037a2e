import type { ActRoute, Sent } from '../api/route.js';
import { useAct } from '../hooks/use-act.js';
import { useWho } from '../hooks/use-who.js';
import { serverNow } from '../api/server-time.js';
import { dayIn, dayInFull } from '../words/dates.js';
import { say } from '../words/say.js';
import { Dialog } from './dialog.js';
import { DayField } from './field.js';
import { Form } from './form.js';

/** Ends the use of something that is registered with its last day, or brings it back. Its records stay as they are. */
export function Retirement<R extends ActRoute>({
  route,
  name,
  row,
  sent,
  onClose,
}: {
  route: R;
  name: string;
  row: { readonly version: number; readonly retiredOn: string | null };
  sent: (body: { readonly retiredOn: string | null }) => Sent<R>;
  onClose: () => void;
}) {
  const { timezone } = useWho().coop;
  const { send, busy, problem } = useAct(route);
  const isBack = row.retiredOn !== null;
  return (
    <Dialog title={say(isBack ? 'states.bringBackTitle' : 'states.retireTitle', { name })} onClose={onClose}>
      <p>
        {row.retiredOn === null
          ? say('states.retireText')
          : say('states.bringBackText', { day: dayInFull(row.retiredOn) })}
      </p>
      <Form
        problem={problem}
        busy={busy}
        send={say(isBack ? 'states.bringBack' : 'states.retire')}
        onSend={async (typed) => {
          const body = { retiredOn: isBack ? null : typed.text('retiredOn') };
          if ((await send(sent(body), `"${row.version}"`)) === undefined) return false;
          onClose();
          return true;
        }}
      >
        {isBack ? null : (
          <DayField
            name="retiredOn"
            label={say('states.lastDay')}
            defaultValue={dayIn(timezone, serverNow())}
            required
          />
        )}
      </Form>
    </Dialog>
  );
}
