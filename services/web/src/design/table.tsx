import type { ReactNode } from 'react';
import { inOrder, type Sortable } from '../words/in-order.js';
import { OrderChoice, OrderHead, Rest, useCards, useOrder } from './order.js';

export type Column<Row> = {
  readonly head: string;
  readonly cell: (row: Row) => ReactNode;
  /** Figures stand at the right, one under the other. */
  readonly number?: boolean;
  /** What rows can be ordered by: of amounts, days and quantities what was answered, of names what is shown. */
  readonly by?: (row: Row) => Sortable;
  /** Whether it holds what can be done with a row, which nobody can on paper. */
  readonly isActs?: boolean;
};

/**
 * A table. The first column heads its row. On a phone each row is a card. Rows come as they are given until somebody orders
 * them by a column, which the address then says.
 * @param foot cells under the columns, such as totals
 */
export function Table<Row>({
  caption,
  columns,
  rows,
  keyOf,
  foot,
}: {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  foot?: readonly ReactNode[];
}) {
  const alignment = ({ number, isActs }: Column<Row>): string | undefined =>
    number ? 'number' : isActs ? 'no-print' : undefined;
  const [order, ask] = useOrder(caption);
  const isPhone = useCards();
  // one row has no order
  const sortable = rows.length > 1 ? columns.filter(({ by }) => by !== undefined) : [];
  const ordered = sortable.find(({ head }) => head === order?.head);
  const orderHere = ordered === undefined ? undefined : order;
  const shown = ordered?.by === undefined ? rows : inOrder(rows, ordered.by, order?.isFalling === true);
  const table = (
    <div className="table-box" tabIndex={0} role="region" aria-label={caption}>
      <table className="cards-on-phone">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.head}
                scope="col"
                className={alignment(column)}
                aria-sort={column !== ordered ? undefined : order?.isFalling ? 'descending' : 'ascending'}
              >
                {isPhone || !sortable.includes(column) ? (
                  column.head
                ) : (
                  <OrderHead head={column.head} order={column === ordered ? order : undefined} onAsk={ask} />
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map((column, index) =>
                index === 0 ? (
                  <th key={column.head} scope="row" className={alignment(column)}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.head} className={alignment(column)} data-label={column.head}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
        {foot === undefined ? null : (
          <tfoot>
            <tr>
              {columns.map((column, index) =>
                index === 0 ? (
                  <th key={column.head} scope="row">
                    {foot[index]}
                  </th>
                ) : (
                  <td key={column.head} className={alignment(column)} data-label={column.head}>
                    {foot[index]}
                  </td>
                ),
              )}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
  if (sortable.length === 0) return table;
  return (
    <div className="stack small">
      {isPhone ? <OrderChoice heads={sortable.map(({ head }) => head)} order={orderHere} onAsk={ask} /> : null}
      {ordered === undefined ? null : <Rest />}
      {table}
    </div>
  );
}
