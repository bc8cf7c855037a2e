import { useMemo, useState } from 'react';
import { Refusal } from '@ayni/kernel';
import {
  matchColumns,
  plain,
  readRows,
  rowCodes,
  tableOf,
  type Matching,
  type Row,
  type Style,
} from '@ayni/spreadsheets';
import { trialOf, type Trial } from '../../api/trial.js';
import type { ActRoute } from '../../api/route.js';
import type { Fault } from '../../api/problem.js';
import { Button } from '../../design/button.js';
import { Notice } from '../../design/notice.js';
import { ProblemNotice } from '../../design/problem-notice.js';
import { useAct } from '../../hooks/use-act.js';
import { useMembers } from '../../hooks/use-names.js';
import { language } from '../../words/language.js';
import { say } from '../../words/say.js';
import { wrongChoice, type BroughtColumn, type BroughtKind, type Cells } from './kind.js';
import { Match } from './match.js';
import { Source } from './source.js';
import { Understood, type UnderstoodRow } from './understood.js';

/** Rows of a spreadsheet: taken from a file or pasted, matched, tried, and then brought all at once or not at all. */
export function BringRows<R extends ActRoute>({ kind }: { kind: BroughtKind<R> }) {
  const { columns } = kind;
  const { send, busy, problem, forget } = useAct(kind.route);
  const members = useMembers({ when: columns.some(({ isMember }) => isMember) });
  const [sheet, setSheet] = useState<readonly Row[]>([]);
  const [matched, setMatched] = useState<Matching>();
  const [style, setStyle] = useState<Partial<Style>>({});
  const [trial, setTrial] = useState<Trial>();
  const [loaded, setLoaded] = useState<Trial>();
  const [round, setRound] = useState(0);

  const matching = matched ?? matchColumns(sheet, columns);
  const numberOf = (said: string): string => members.rows.find(({ name }) => sameName(name, said))?.code ?? said;
  const read = useMemo(() => understood(sheet, columns, matching, style), [sheet, columns, matching, style]);
  const rows = withCodes(kind, 'rows' in read ? read.rows : [], numberOf);

  /** What is shown is not what was tried any more. */
  const anew = (): void => {
    setTrial(undefined);
    setLoaded(undefined);
    forget();
  };
  const tryOut = async (): Promise<void> => {
    const unsendable = rows.flatMap(({ cells }, index) => wrongIn(cells, columns, index));
    if (unsendable.length > 0) return setTrial({ recorded: 0, unchanged: 0, faults: unsendable });
    const answer = await send(
      kind.sent(
        rows.map(({ cells }) => cells),
        { trial: 'true' },
      ),
    );
    if (answer !== undefined) setTrial(trialOf(answer));
  };
  const bring = async (): Promise<void> => {
    const answer = await send(
      kind.sent(
        rows.map(({ cells }) => cells),
        {},
      ),
    );
    if (answer === undefined) return;
    setLoaded(trialOf(answer));
    setRound(round + 1);
    setSheet([]);
    setMatched(undefined);
    setTrial(undefined);
  };
  const missing = columns.filter(({ name, isOpen }) => !isOpen && matching.places[name] === undefined);
  const isGood = trial !== undefined && trial.faults.length === 0;
  return (
    <div className="stack">
      {loaded === undefined ? null : <Loaded {...loaded} />}
      <Source
        // what was brought is let go of
        key={round}
        columns={columns}
        read={(text) => tableOf(text)}
        onSheet={(taken) => {
          setSheet(taken);
          setMatched(undefined);
          setStyle({});
          anew();
        }}
      />
      {'refused' in read ? (
        <Notice kind="refused">
          <p>{read.refused}</p>
        </Notice>
      ) : null}
      {problem === undefined ? null : <ProblemNotice problem={problem} />}
      {rows.length === 0 || 'refused' in read ? null : (
        <>
          <Match
            sheet={sheet}
            columns={columns}
            matching={matching}
            style={read.style}
            onMatch={(made) => {
              setMatched(made);
              anew();
            }}
            onStyle={(made) => {
              setStyle(made);
              anew();
            }}
          />
          {missing.length === 0 ? null : (
            <Notice kind="waiting">
              <p>{say('bring.missing', { columns: missing.map(({ label }) => label).join(', ') })}</p>
            </Notice>
          )}
          {read.totals.length === 0 ? null : (
            <p className="hint">{say('bring.totals', { lines: read.totals.join(', ') })}</p>
          )}
          {trial === undefined ? null : <Tried {...trial} />}
          <div className="row">
            {isGood ? (
              <Button kind="main" busy={busy} onClick={() => void bring()}>
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

function Loaded({ recorded, unchanged }: Trial) {
  return (
    <Notice kind="done">
      <p>{say('paste.loaded', { n: recorded })}</p>
      {unchanged === 0 ? null : <p>{say('bring.wereThere', { n: unchanged })}</p>}
    </Notice>
  );
}

function Tried({ recorded, unchanged, faults }: Trial) {
  if (faults.length === 0)
    return (
      <Notice kind="done">
        <p>{say('paste.good', { recorded: String(recorded), unchanged: String(unchanged) })}</p>
      </Notice>
    );
  return (
    <Notice kind="refused" title={say('paste.faults', { n: faults.length })}>
      <p>{say('paste.faultsText')}</p>
    </Notice>
  );
}

/** The rows as they are read, or why not. */
function understood(
  sheet: readonly Row[],
  columns: readonly BroughtColumn[],
  matching: Matching,
  style: Partial<Style>,
): ReturnType<typeof readRows> | { readonly refused: string } {
  try {
    return readRows(sheet, columns, matching, style);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { refused: error.text(language()) };
  }
}

/** Each row with the number of whom it names, and with a code, from what it says where it has none. */
function withCodes<R extends ActRoute>(
  { columns, prefix }: BroughtKind<R>,
  rows: readonly UnderstoodRow[],
  numberOf: (said: string) => string,
): readonly UnderstoodRow[] {
  const named = rows.map((row) => ({ ...row, cells: withNumbers(row.cells, columns, numberOf) }));
  if (prefix === undefined) return named;
  const codes = rowCodes(
    prefix,
    rows.map(({ cells }) => cells),
  );
  return named.map((row, i) => ({ ...row, cells: { code: codes[i] ?? '', ...row.cells } }));
}

const withNumbers = (cells: Cells, columns: readonly BroughtColumn[], numberOf: (said: string) => string): Cells => ({
  ...cells,
  ...Object.fromEntries(
    columns.flatMap(({ name, isMember }) => {
      const said = cells[name];
      return isMember && said !== undefined ? [[name, numberOf(said)]] : [];
    }),
  ),
});

/** Whether two say the same names, in whatever order. */
const sameName = (one: string, other: string): boolean =>
  plain(one).split(' ').sort().join(' ') === plain(other).split(' ').sort().join(' ');

const wrongIn = (cells: Cells, columns: readonly BroughtColumn[], index: number): readonly Fault[] =>
  columns.flatMap((column) => {
    const said = cells[column.name];
    if (said === undefined && column.isOpen) return [];
    const detail = wrongChoice(column, said ?? '');
    return detail === undefined ? [] : [{ code: 'bad-field', pointer: `/rows/${index}/${column.name}`, detail }];
  });
