import type { BroughtRow } from '@ayni/spreadsheets';
import type { Fault } from '../../api/problem.js';
import { Table } from '../../design/table.js';
import { say } from '../../words/say.js';
import { dayInShort } from '../../words/dates.js';
import { inFigures } from '../../words/money.js';
import type { BroughtColumn, Named } from './kind.js';
import type { Registers } from './registers.js';

export type UnderstoodRow = BroughtRow;

/** So many rows are shown before anything is wrong with any. */
const SHOWN = 100;

/** The rows as they were understood, with what is wrong beside its cell; rows with something wrong come first. */
export function Understood({
  columns,
  rows,
  registers,
  faults,
}: {
  columns: readonly BroughtColumn[];
  rows: readonly UnderstoodRow[];
  registers: Registers;
  faults: readonly Fault[];
}) {
  const faultsAt = (pointer: string): string =>
    faults
      .filter((fault) => fault.pointer === pointer || fault.pointer.startsWith(`${pointer}/`))
      .map(({ detail }) => detail)
      .join(' ');
  const used = columns.filter(
    ({ name }) =>
      rows.some(({ cells }) => cells[name] !== undefined) || faults.some(({ pointer }) => pointer.endsWith(`/${name}`)),
  );
  const ofNoCell = (index: number): string =>
    faults
      .filter(
        ({ pointer }) =>
          (pointer === `/rows/${index}` || pointer.startsWith(`/rows/${index}/`)) &&
          !used.some(({ name }) => `${pointer}/`.startsWith(`/rows/${index}/${name}/`)),
      )
      .map(({ detail }) => detail)
      .join(' ');
  const told = rows
    .map((row, index) => ({ ...row, index, isWrong: faultsAt(`/rows/${index}`) !== '', rest: ofNoCell(index) }))
    .sort((one, other) => Number(other.isWrong) - Number(one.isWrong))
    .slice(0, SHOWN);
  return (
    <>
      <Table
        caption={say('paste.understood', { n: rows.length })}
        rows={told}
        keyOf={({ index }) => String(index)}
        columns={[
          { head: say('paste.row'), cell: ({ line }) => String(line) },
          ...used.map(({ name, label, kind, names }) => ({
            head: label,
            number: kind === 'amount' || kind === 'whole',
            cell: ({ cells, formulas, index }: (typeof told)[number]) => (
              <BroughtCell
                said={asRead(cells[name], kind, names === undefined ? undefined : registers[names])}
                isFormula={formulas.includes(name)}
                fault={faultsAt(`/rows/${index}/${name}`)}
              />
            ),
          })),
          ...(faults.length === 0
            ? []
            : [
                {
                  head: say('paste.fault'),
                  cell: ({ isWrong, rest }: (typeof told)[number]) =>
                    isWrong ? (
                      <strong className="wrong">{rest || say('bring.seeCell')}</strong>
                    ) : (
                      say('paste.rowIsGood')
                    ),
                },
              ]),
        ]}
      />
      {rows.length <= SHOWN ? null : <p className="hint">{say('bring.notShown', { n: rows.length - SHOWN })}</p>}
    </>
  );
}

/** What a cell says, as people read it. */
function asRead(said: string | undefined, kind: BroughtColumn['kind'], names: Registers[Named] | undefined): string {
  if (said === undefined) return '–';
  if (names !== undefined) return calledAs(names.nameOf(said), said);
  if (kind === 'amount') return inFigures(said);
  if (kind !== 'day' && kind !== 'moment') return said;
  const [day = '', ...time] = said.split(' ');
  const isDay = /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day));
  return isDay ? [dayInShort(day), ...time].join(', ') : said;
}

const calledAs = (name: string, code: string): string => (name === code ? code : `${name} (${code})`);

function BroughtCell({ said, isFormula, fault }: { said: string; isFormula: boolean; fault: string }) {
  if (!isFormula && fault === '') return said;
  return (
    <span className="stack small">
      <span>{said}</span>
      {isFormula ? <small className="soft">{say('bring.formula')}</small> : null}
      {fault === '' ? null : <strong className="wrong">{fault}</strong>}
    </span>
  );
}
