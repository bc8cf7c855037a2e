import { useState } from 'react';
import type { ActRoute, Sent } from '../../api/route.js';
import { Button } from '../../design/button.js';
import { Pill } from '../../design/notice.js';
import { Reversal } from '../../design/reversal.js';
import { say } from '../../words/say.js';

/** Whether a record stands; while it does, it can be taken back with a reason. */
export function Standing<R extends ActRoute>({
  reversal,
  route,
  name,
  sent,
}: {
  reversal: string | null;
  route: R;
  name: string;
  sent: (body: { readonly reason: string }) => Sent<R>;
}) {
  const [isOpen, setOpen] = useState(false);
  if (reversal !== null) return <Pill kind="refused">{`${say('states.reversed')}: ${reversal}`}</Pill>;
  return (
    <>
      <Button onClick={() => setOpen(true)} aria-label={`${say('states.reverse')} ${name}`}>
        {say('states.reverse')}
      </Button>
      {isOpen ? <Reversal route={route} name={name} sent={sent} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
