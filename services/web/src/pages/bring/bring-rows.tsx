import { useMemo, useState } from 'react';
import { Refusal } from '@ayni/kernel';
import { matchColumns, readRows, rowCodes, tableOf, type Matching, type Row, type Style } from '@ayni/spreadsheets';
import { trialOf, type Trial } from '../../api/trial.js';
import type { ActRoute } from '../../api/route.js';
import type { Fault } from '../../api/problem.js';
import { Button } from '../../design/button.js';
import { Notice } from '../../design/notice.js';
import { ProblemNotice } from '../../design/problem-notice.js';
import { useAct } from '../../hooks/use-act.js';
import { language } from '../../words/language.js';
import { say } from '../../words/say.js';
import { wrongWith, type BroughtColumn, type BroughtKind, type Cells } from './kind.js';
import { Match } from './match.js';
import { faultsOfRows, recordsOf, unequalIn } from './records.js';
import { codesOf, useRegisters, withCodesOfNames, type Registers } from './registers.js';
import { Source } from './source.js';
import { Loaded, Tried } from './told.js';
import { Understood, type UnderstoodRow } from './understood.js';

/** Rows of a spreadsheet: taken from a file or pasted, matched, tried, and then brought all at once or not at all. */
export function BringRows<R extends ActRoute>({ kind }: { kind: BroughtKind<R> }) {
  const { columns } = kind;
  const { send, busy, problem, forget } = useAct(kind.route);
  const registers = useRegisters(columns);
  const [sheet, setSheet] = useState<readonly Row[]>([]);
  const [matched, setMatched] = useState<Matching>();
  const [style, setStyle] = useState<Partial<Style>>({});
  const [trial, setTrial] = useState<Trial>();
  const [loaded, setLoaded] = useState<Trial>();
  const [round, setRound] = useState(0);

  const matching = matched ?? matchColumns(sheet, columns);
  const read = useMemo(() => understood(sheet, columns, matching, style), [sheet, columns, matching, style]);
  const rows = withCodes(kind, 'rows' in read ? read.rows : [], registers);
  const cells = rows.map((row) => row.cells);

  /** What is shown is not what was tried any more. */
  const anew = (): void => {
    setTrial(undefined);
    setLoaded(undefined);
    forget();
  };
  const tryOut = async (): Promise<void> => {
    const unsendable = wrongIn(kind, cells, registers);
    if (unsendable.length > 0) return setTrial({ recorded: 0, unchanged: 0, faults: unsendable });
    const answer = await send(kind.sent(cells, { trial: 'true' }));
    if (answer === undefined) return;
    const told = trialOf(answer);
    setTrial({ ...told, faults: faultsOfRows(told.faults, cells, kind.together) });
  };
  const bring = async (): Promise<void> => {
    const answer = await send(kind.sent(cells, {}));
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
      {loaded === undefined ? null : <Loaded {...loaded} are={kind.together?.are ?? 'rows'} />}
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
          <Understood columns={columns} rows={rows} registers={registers} faults={trial?.faults ?? []} />
        </>
      )}
    </div>
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

/** Each row with the codes of what it names, and with one of its own, from what it says where it has none. */
function withCodes<R extends ActRoute>(
  { columns, prefix, codeField = 'code', together }: BroughtKind<R>,
  rows: readonly UnderstoodRow[],
  registers: Registers,
): readonly UnderstoodRow[] {
  const named = rows.map((row) => ({ ...row, cells: withCodesOfNames(row.cells, columns, registers) }));
  if (prefix === undefined) return named;
  const codes = rowCodes(
    prefix,
    rows.map(({ cells }) => cells),
  );
  const firsts = new Map(
    recordsOf(
      rows.map(({ cells }) => cells),
      together,
    ).flatMap((places) => places.map((place) => [place, places[0] ?? place])),
  );
  // the rows of one record have its code
  return named.map((row, i) => ({ ...row, cells: { [codeField]: codes[firsts.get(i) ?? i] ?? '', ...row.cells } }));
}

/** What is wrong with rows before the system is asked: without it they cannot be sent. */
function wrongIn<R extends ActRoute>(
  { columns, together }: BroughtKind<R>,
  rows: readonly Cells[],
  registers: Registers,
): readonly Fault[] {
  const later = new Set(recordsOf(rows, together).flatMap(([, ...others]) => others));
  const wrong = rows.flatMap((cells, index) =>
    columns.flatMap((column) => {
      const { name, label, names } = column;
      const said = cells[name];
      // what a later row of a record leaves out stands in its first
      if (said === undefined && (column.isOpen || (later.has(index) && together?.shared.includes(name)))) return [];
      const isDouble = names !== undefined && said !== undefined && codesOf(registers[names], said).length > 1;
      const detail = isDouble ? say('bring.severalCalledSo', { label }) : wrongWith(column, said ?? '');
      return detail === undefined ? [] : [{ code: 'bad-field', pointer: `/rows/${index}/${name}`, detail }];
    }),
  );
  return [...wrong, ...unequalIn(rows, columns, together)];
}
