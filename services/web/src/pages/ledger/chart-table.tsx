import { Table, type Column } from '../../design/table.js';
import { say } from '../../words/say.js';

type ChartRow = { readonly code: string | null; readonly label: string; readonly level: number };

/** A report by the chart of accounts: classes and groups in bold, the last row under a line. */
export function ChartTable<Row extends ChartRow>({
  caption,
  rows,
  figures,
}: {
  caption: string;
  rows: readonly Row[];
  figures: readonly { readonly head: string; readonly of: (row: Row) => string }[];
}) {
  const last = rows.at(-1);
  const shown = (row: ChartRow, text: string) => (row.level < 4 ? <strong>{text}</strong> : text);
  const columns: readonly Column<Row>[] = [
    {
      head: say('ledger.account'),
      cell: (row) => (row.level < 4 ? row.label : <span className="soft">{row.label}</span>),
    },
    { head: say('ledger.chartCode'), cell: ({ code }) => code },
    ...figures.map(({ head, of }) => ({ head, cell: (row: Row) => shown(row, of(row)), number: true })),
  ];
  return (
    <Table
      caption={caption}
      rows={rows.slice(0, -1)}
      keyOf={({ code, label }) => code ?? label}
      columns={columns}
      {...(last === undefined ? {} : { foot: [last.label, '', ...figures.map(({ of }) => of(last))] })}
    />
  );
}
