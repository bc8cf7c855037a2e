import { Dialog } from '../../design/dialog.js';
import { ChoiceField } from '../../design/field.js';
import { Form } from '../../design/form.js';
import { useAct } from '../../hooks/use-act.js';
import type { LateService } from '../../hooks/use-late-records.js';
import { say } from '../../words/say.js';

const POSTING = {
  sales: 'POST /api/sales/v1/late-records/{id}/posting',
  production: 'POST /api/production/v1/late-records/{id}/posting',
  inventory: 'POST /api/inventory/v1/late-records/{id}/posting',
} as const satisfies Record<LateService, string>;

/** Asks with which date a record that came late is to enter the books, and posts it. */
export function PostDialog({
  service,
  id,
  name,
  onPosted,
  onClose,
}: {
  service: LateService;
  id: string;
  name: string;
  onPosted: (day: string) => void;
  onClose: () => void;
}) {
  const { send, busy, problem } = useAct(POSTING[service]);
  return (
    <Dialog title={say('late.postTitle', { name })} onClose={onClose}>
      <p>{say('late.postText')}</p>
      <Form
        busy={busy}
        problem={problem}
        send={say('late.post')}
        onSend={async (typed) => {
          const date = typed.text('date') === 'today' ? 'today' : 'first-open-day';
          const answer = await send({ path: { id }, body: { date } });
          if (answer === undefined) return false;
          onPosted(answer.postedOn);
          onClose();
          return true;
        }}
      >
        <ChoiceField
          name="date"
          label={say('late.date')}
          defaultValue="today"
          choices={[
            { value: 'today', label: say('late.today') },
            { value: 'first-open-day', label: say('late.firstOpenDay') },
          ]}
        />
      </Form>
    </Dialog>
  );
}
