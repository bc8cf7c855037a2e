import { useState } from 'react';
import { useAct } from '../hooks/use-act.js';
import { say } from '../words/say.js';
import { Button } from './button.js';
import { ReasonDialog } from './reason-dialog.js';

/** Rejects shares that were worked out, with a reason. */
export function RejectRun({ id }: { id: string }) {
  const act = useAct('POST /api/profit-sharing/v1/runs/{id}/rejection');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button kind="grave" onClick={() => setOpen(true)}>
        {say('shares.reject')}
      </Button>
      {isOpen ? (
        <ReasonDialog
          title={say('shares.rejectTitle')}
          text={say('shares.rejectText')}
          send={say('shares.reject')}
          act={act}
          onReason={async (reason) => (await act.send({ path: { id }, body: { reason } })) !== undefined}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}
