import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import type { ActRoute, Sent } from '../api/route.js';
import { useAct } from '../hooks/use-act.js';
import { say } from '../words/say.js';
import { Button } from './button.js';
import { Form, type Typed } from './form.js';
import { Notice } from './notice.js';
import { Table } from './table.js';

/** A field of what is corrected: its name in the form, and what stands in it now. */
export type Corrected<Row> = { readonly name: string; readonly label: string; readonly of: (row: Row) => string };

type CorrectionProps<R extends ActRoute, Row> = {
  readonly route: R;
  /** As it is now, as far as the page has read. */
  readonly row: Row;
  readonly sent: (typed: Typed) => Sent<R>;
  readonly fields: readonly Corrected<Row>[];
  readonly onDone: () => void;
  readonly children: ReactNode;
};

/** Corrects something that is registered. Where somebody else did meanwhile, both versions are shown, and she decides. */
export function Correction<R extends ActRoute, Row extends { readonly version: number }>({
  route,
  row,
  sent,
  fields,
  onDone,
  children,
}: CorrectionProps<R, Row>) {
  const act = useAct(route);
  const queries = useQueryClient();
  const [opened] = useState(row);
  const [typed, setTyped] = useState<Typed>();
  const isStale = act.problem?.code === 'stale-version';
  const isTheirs = isStale && row.version !== opened.version;

  useEffect(() => {
    // somebody else was faster: what the page shows is read again
    if (isStale) void queries.invalidateQueries();
  }, [isStale, queries]);

  const give = async (mine: Typed): Promise<boolean> => {
    setTyped(mine);
    if ((await act.send(sent(mine), `"${(isTheirs ? row : opened).version}"`)) === undefined) return false;
    onDone();
    return true;
  };
  return (
    <>
      {isTheirs && typed !== undefined ? (
        <Notice kind="waiting" title={say('states.staleTitle')}>
          <p>{say('states.staleText')}</p>
          <Table
            caption={say('states.staleTitle')}
            rows={fields}
            keyOf={({ name }) => name}
            columns={[
              { head: say('states.field'), cell: ({ label }) => label },
              { head: say('states.theirs'), cell: ({ of }) => of(row) },
              { head: say('states.yours'), cell: ({ name }) => typed.text(name) },
            ]}
          />
          <div className="row">
            <Button busy={act.busy} onClick={() => void give(typed)}>
              {say('states.keepMine')}
            </Button>
            <Button onClick={onDone}>{say('states.takeTheirs')}</Button>
          </div>
        </Notice>
      ) : null}
      <Form onSend={give} problem={isTheirs ? undefined : act.problem} busy={act.busy} send={say('forms.save')}>
        <div className="fields">{children}</div>
      </Form>
    </>
  );
}
