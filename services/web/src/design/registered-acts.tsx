import { useState, type ReactNode } from 'react';
import type { ActRoute, Sent } from '../api/route.js';
import { say } from '../words/say.js';
import { Button } from './button.js';
import { Correction, type Corrected } from './correction.js';
import { Dialog } from './dialog.js';
import type { Typed } from './form.js';
import { Retirement } from './retirement.js';

type RegisteredActsProps<R extends ActRoute, Row> = {
  readonly route: R;
  readonly row: Row;
  readonly name: string;
  readonly correct: (typed: Typed) => Sent<R>;
  readonly retire: (body: { readonly retiredOn: string | null }) => Sent<R>;
  readonly fields: readonly Corrected<Row>[];
  /** What was corrected of it, asked for when somebody wants to see it. */
  readonly changes?: () => ReactNode;
  /** The fields in which it is corrected. */
  readonly children: ReactNode;
};

/** What can be done with something that is registered: correct it, retire it or bring it back, see what was corrected. */
export function RegisteredActs<
  R extends ActRoute,
  Row extends { readonly version: number; readonly retiredOn: string | null },
>({ route, row, name, correct, retire, fields, changes, children }: RegisteredActsProps<R, Row>) {
  const [open, setOpen] = useState<'correct' | 'retire' | 'changes'>();
  const close = (): void => setOpen(undefined);
  return (
    <>
      <div className="row no-print">
        <Button aria-label={`${say('forms.edit')}: ${name}`} onClick={() => setOpen('correct')}>
          {say('forms.edit')}
        </Button>
        <Button
          aria-label={`${say(row.retiredOn === null ? 'states.retire' : 'states.bringBack')}: ${name}`}
          onClick={() => setOpen('retire')}
        >
          {say(row.retiredOn === null ? 'states.retire' : 'states.bringBack')}
        </Button>
        {changes === undefined ? null : (
          <Button kind="bare" aria-label={`${say('states.changesShort')}: ${name}`} onClick={() => setOpen('changes')}>
            {say('states.changesShort')}
          </Button>
        )}
      </div>
      {open === 'correct' ? (
        <Dialog title={`${say('forms.edit')}: ${name}`} onClose={close}>
          <Correction route={route} row={row} sent={correct} fields={fields} onDone={close}>
            {children}
          </Correction>
        </Dialog>
      ) : null}
      {open === 'retire' ? <Retirement route={route} name={name} row={row} sent={retire} onClose={close} /> : null}
      {open === 'changes' && changes !== undefined ? (
        <Dialog title={name} onClose={close}>
          {changes()}
        </Dialog>
      ) : null}
    </>
  );
}
