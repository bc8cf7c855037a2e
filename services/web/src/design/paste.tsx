import { useId, useState } from 'react';
import { fieldLabel } from '@ayni/kernel';
import type { ActRoute, Sent } from '../api/route.js';
import { trialOf, type Trial } from '../api/trial.js';
import type { Fault } from '../api/problem.js';
import { useAct } from '../hooks/use-act.js';
import { readPasted, type Cells, type PastedColumn } from '../words/pasted.js';
import { say } from '../words/say.js';
import { Button } from './button.js';
import { Notice } from './notice.js';
import { ProblemNotice } from './problem-notice.js';
import { Table } from './table.js';

/** A column of the system's own name, found under what lists call it in both languages, and under other words. */
export const pastedColumn = (
  name: string,
  label: string,
  others: readonly string[] = [],
  read: (text: string) => string = (text) => text,
): PastedColumn & { readonly label: string } => ({
  name,
  label,
  heads: [label, fieldLabel(name, 'es'), fieldLabel(name, 'en'), ...others],
  read,
});

type PasteProps<R extends ActRoute> = {
  readonly route: R;
  readonly columns: readonly (PastedColumn & { readonly label: string })[];
  /** What is sent of the rows; on trial nothing of them is kept. */
  readonly sent: (rows: readonly Cells[], trial: boolean) => Sent<R>;
};

/** Rows copied from a spreadsheet: shown as they were understood, tried first, and loaded once nothing is wrong. */
export function Paste<R extends ActRoute>({ route, columns, sent }: PasteProps<R>) {
  const id = useId();
  const { send, busy, problem } = useAct(route);
  const [text, setText] = useState('');
  const [trial, setTrial] = useState<Trial>();
  const [loaded, setLoaded] = useState<number>();
  const { rows, unknown } = readPasted(text, columns);

  const change = (typed: string): void => {
    setText(typed);
    setTrial(undefined);
    setLoaded(undefined);
  };
  const tryOut = async (): Promise<void> => {
    const unsendable = wrongIn(rows, columns);
    if (unsendable.length > 0) {
      setTrial({ recorded: 0, unchanged: 0, faults: unsendable });
      return;
    }
    const answer = await send(sent(rows, true));
    if (answer !== undefined) setTrial(trialOf(answer));
  };
  const load = async (): Promise<void> => {
    const answer = await send(sent(rows, false));
    if (answer === undefined) return;
    setLoaded(rows.length);
    setText('');
    setTrial(undefined);
  };
  const isGood = trial !== undefined && trial.faults.length === 0;
  return (
    <div className="stack">
      {loaded === undefined ? null : (
        <Notice kind="done">
          <p>{say('paste.loaded', { n: loaded })}</p>
        </Notice>
      )}
      <div className="field">
        <label htmlFor={id}>{say('paste.rows')}</label>
        <textarea
          id={id}
          rows={6}
          value={text}
          spellCheck={false}
          aria-describedby={`${id}-hint`}
          onChange={(event) => change(event.target.value)}
        />
        <div className="hint" id={`${id}-hint`}>
          {say('paste.hint', { columns: columns.map(({ label }) => label).join(' · ') })}
        </div>
      </div>
      {problem === undefined ? null : <ProblemNotice problem={problem} />}
      {unknown.length === 0 ? null : (
        <Notice kind="waiting">
          <p>{say('paste.unknown', { heads: unknown.join(', ') })}</p>
        </Notice>
      )}
      {trial === undefined ? null : isGood ? (
        <Notice kind="done">
          <p>{say('paste.good', { recorded: String(trial.recorded), unchanged: String(trial.unchanged) })}</p>
        </Notice>
      ) : (
        <Notice kind="refused" title={say('paste.faults', { n: trial.faults.length })}>
          <p>{say('paste.faultsText')}</p>
        </Notice>
      )}
      {rows.length === 0 ? null : (
        <>
          <div className="row">
            {isGood ? (
              <Button kind="main" busy={busy} onClick={() => void load()}>
                {say('paste.load', { n: rows.length })}
              </Button>
            ) : (
              <Button kind="main" busy={busy} onClick={() => void tryOut()}>
                {say('paste.try')}
              </Button>
            )}
          </div>
          <Understood columns={columns} rows={rows} faults={trial?.faults ?? []} />
        </>
      )}
    </div>
  );
}

/** The rows as they were understood, with what is wrong at each. */
function Understood({
  columns,
  rows,
  faults,
}: Pick<PasteProps<ActRoute>, 'columns'> & { rows: readonly Cells[]; faults: readonly Fault[] }) {
  const faultsOf = (index: number): string =>
    faults
      .filter(({ pointer }) => pointer === `/rows/${index}` || pointer.startsWith(`/rows/${index}/`))
      .map(({ detail }) => detail)
      .join(' ');
  return (
    <Table
      caption={say('paste.understood', { n: rows.length })}
      rows={rows.map((cells, index) => ({ cells, index, fault: faultsOf(index) }))}
      keyOf={({ index }) => String(index)}
      columns={[
        { head: say('paste.row'), cell: ({ index }) => String(index + 1) },
        ...columns.map(({ name, label }) => ({
          head: label,
          cell: ({ cells }: { cells: Cells }) => cells[name] ?? '–',
        })),
        ...(faults.length === 0
          ? []
          : [
              {
                head: say('paste.fault'),
                cell: ({ fault }: { fault: string }) =>
                  fault === '' ? say('paste.rowIsGood') : <strong className="wrong">{fault}</strong>,
              },
            ]),
      ]}
    />
  );
}

const wrongIn = (rows: readonly Cells[], columns: readonly PastedColumn[]): readonly Fault[] =>
  rows.flatMap((cells, index) =>
    columns.flatMap(({ name, wrong }) => {
      const detail = wrong?.(cells[name] ?? '');
      return detail === undefined ? [] : [{ code: 'bad-field', pointer: `/rows/${index}/${name}`, detail }];
    }),
  );
