import type { BroughtRow } from '@ayni/spreadsheets';
import type { Fault } from '../../api/problem.js';
import { Table } from '../../design/table.js';
import { say } from '../../words/say.js';
import type { BroughtColumn } from './kind.js';

export type UnderstoodRow = BroughtRow;

/** So many rows are shown before anything is wrong with any. */
const SHOWN = 100;

/** The rows as they were understood, with what is wrong beside its cell; rows with something wrong come first. */
export function Understood({
  columns,
  rows,
  faults,
}: {
  columns: readonly BroughtColumn[];
  rows: readonly UnderstoodRow[];
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
          ...used.map(({ name, label, kind }) => ({
            head: label,
            number: kind === 'amount',
            cell: ({ cells, formulas, index }: (typeof told)[number]) => (
              <BroughtCell
                said={cells[name] ?? '–'}
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
