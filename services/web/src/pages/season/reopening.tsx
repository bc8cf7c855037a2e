import { useState } from 'react';
import { Button } from '../../design/button.js';
import { Dialog } from '../../design/dialog.js';
import { LongTextField } from '../../design/field.js';
import { Form } from '../../design/form.js';
import { Notice } from '../../design/notice.js';
import { ResolutionField } from '../../design/resolution-field.js';
import { useAct } from '../../hooks/use-act.js';
import { say } from '../../words/say.js';
import { SeasonAgainField } from './season-again-field.js';

/** Opens a closed season again, under a resolution: its code once more, and why. */
export function Reopening({ season: { code, name } }: { season: { readonly code: string; readonly name: string } }) {
  const { send, busy, problem } = useAct('POST /api/profit-sharing/v1/seasons/{code}/reopening');
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="no-print">
      <Button kind="grave" onClick={() => setOpen(true)}>
        {say('reversal.reopen')}
      </Button>
      {isOpen ? (
        <Dialog title={say('reversal.reopenTitle', { season: name })} onClose={() => setOpen(false)}>
          <Notice kind="waiting">
            <p>{say('reversal.reopenText')}</p>
          </Notice>
          <Form
            problem={problem}
            busy={busy}
            send={say('reversal.reopen')}
            onSend={async (typed) => {
              const [again, reason, resolution] = ['season', 'reason', 'resolution'].map((field) => typed.text(field));
              const body = { season: again ?? '', reason: reason ?? '', resolution: resolution ?? '' };
              if ((await send({ path: { code }, body })) === undefined) return false;
              setOpen(false);
              return true;
            }}
          >
            <SeasonAgainField code={code} />
            <ResolutionField thing={{ kind: 'reopening', season: code }} label={say('reversal.resolution')} />
            <LongTextField name="reason" label={say('forms.reason')} />
          </Form>
        </Dialog>
      ) : null}
    </div>
  );
}
