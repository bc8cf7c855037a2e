/** A cell as its file holds it. */
export type Cell = {
  /** What it says, without blanks around it; a number with a point and without thousands. */
  readonly text: string;
  /** Whether the file says that it is a number, so that its signs need no guessing. */
  readonly isNumber?: true;
  /** The day that it says, as `2018-05-13`, where the file says that it is one. */
  readonly day?: string;
  /** The time of day that it says beside it, as `14:30`. */
  readonly time?: string;
  /** Whether a formula made it. It is never worked out here: this is what the spreadsheet kept of it. */
  readonly isFormula?: true;
};

export type Row = readonly Cell[];

/** One sheet of a file. */
export type Sheet = { readonly name: string; readonly rows: readonly Row[] };

/** By which alphabet bytes are read. */
export const ENCODINGS = ['utf-8', 'windows-1252', 'utf-16le', 'utf-16be'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** A file that was read: its sheets, and the alphabet by which its bytes were read, where it was a text. */
export type Spreadsheet = { readonly sheets: readonly Sheet[]; readonly encoding?: Encoding };

/** The time of day of what has none: spreadsheets keep a day so. */
export const MIDNIGHT = '00:00';

/** A heavier file is not read. */
export const BYTES_MAX = 10 * 1024 * 1024;

/** More rows are not brought at once: a load is taken whole or not at all. */
export const ROWS_MAX = 1_000;

/** So many rows are looked at, with what stands above the heads and below the last row. */
export const LINES_MAX = 20_000;

/** So many columns are looked at. */
export const COLUMNS_MAX = 100;
