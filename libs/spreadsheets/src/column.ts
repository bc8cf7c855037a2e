import { plain } from './plain.js';
import type { Row } from './sheet.js';

/** What the cells of a column say. */
export type ColumnKind = 'text' | 'day' | 'moment' | 'amount' | 'whole';

/** A column that is looked for in a sheet. */
export type Column = {
  /** The field that it fills. */
  readonly name: string;
  readonly kind: ColumnKind;
  /** What people call it, in any of their languages. */
  readonly heads: readonly string[];
  /** Whether a row may be without it. */
  readonly isOpen?: true;
};

/** Which column of a sheet fills which field, and where its heads stand. */
export type Matching = {
  /** The line of the heads, from 0; none where the sheet begins with its first row. */
  readonly headLine: number | undefined;
  /** The sheet's column of each field that was found, from 0. */
  readonly places: Readonly<Record<string, number>>;
};

/** Above the heads stand the co-op's name and what the sheet is about. */
const LINES_LOOKED_AT = 25;

/**
 * Finds the heads of a sheet and the columns under them: the line that names most of the columns. A sheet without heads is
 * taken in the order of the columns.
 */
export function matchColumns(rows: readonly Row[], columns: readonly Column[]): Matching {
  const lines = rows.slice(0, LINES_LOOKED_AT).map((row) => placesIn(row, columns));
  const most = Math.max(0, ...lines.map((places) => Object.keys(places).length));
  const headLine = lines.findIndex((places) => Object.keys(places).length === most);
  const isFound = most >= 2 || (most === 1 && columns.length === 1);
  if (isFound) return { headLine, places: lines[headLine] ?? {} };
  return { headLine: undefined, places: Object.fromEntries(columns.map(({ name }, i) => [name, i])) };
}

/** The heads of a sheet; numbered where there are none. */
export function headsOf(rows: readonly Row[], { headLine }: Matching): readonly string[] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const heads = headLine === undefined ? [] : (rows[headLine] ?? []);
  return Array.from({ length: width }, (_, i) => heads[i]?.text || `${i + 1}`);
}

function placesIn(row: Row, columns: readonly Column[]): Record<string, number> {
  const places: Record<string, number> = {};
  const taken = new Set<number>();
  const give = (name: string, at: number): void => {
    if (at < 0 || Object.hasOwn(places, name)) return;
    places[name] = at;
    taken.add(at);
  };
  const heads = row.map(({ text }) => plain(text));
  // the whole head first, so that «Fecha de pago» is no «Fecha» where both are there
  for (const { name, heads: names } of columns)
    for (const known of [name, ...names].map(plain))
      give(
        name,
        heads.findIndex((head, i) => head === known && !taken.has(i)),
      );
  for (const { name, heads: names } of columns)
    for (const known of names.map(plain))
      give(
        name,
        heads.findIndex((head, i) => !taken.has(i) && ` ${head} `.startsWith(` ${known} `)),
      );
  return places;
}
