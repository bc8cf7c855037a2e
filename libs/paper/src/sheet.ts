/** What is written on one paper, whatever it is printed on: its parts from top to bottom. */
export type Sheet = {
  readonly parts: readonly SheetPart[];
  /** What the foot of each page says, before the number of the page. */
  readonly foot: string;
};

export type SheetPart = Head | Figure | Section | Line | Note | Table | Signatures;

/** Whose paper it is, what it says, and of whom. */
export type Head = {
  readonly is: 'head';
  readonly over: string;
  readonly title: string;
  readonly under: readonly string[];
};

/** The one figure for which somebody reads the paper. */
export type Figure = {
  readonly is: 'figure';
  readonly label: string;
  readonly amount: string;
  readonly note: string;
  /** Where the paper can be checked: as a QR, and by the code under it. */
  readonly check?: Check;
};

/** A heading; it never stands alone at the foot of a page. */
export type Section = { readonly is: 'section'; readonly title: string };

/** What something comes to: in words, and how to redo it. */
export type Line = {
  readonly is: 'line';
  readonly label: string;
  readonly amount: string;
  readonly says: string;
  readonly working: string;
  /** Whether it is what the lines before it come to. */
  readonly isSum: boolean;
};

/** A sentence by itself; one that waits for something stands in its own field. */
export type Note = { readonly is: 'note'; readonly text: string; readonly waits: boolean };

export type Check = { readonly address: string; readonly code: string };

export type Column = {
  readonly head: string;
  /** Its part of the paper's width, beside those of the others. */
  readonly share: number;
  readonly isNumber: boolean;
  /** Whether a box is drawn in it, for a thumb. */
  readonly isBox?: boolean;
};

/** Rows under a head that stands on every page. */
export type Table = {
  readonly is: 'table';
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
  readonly foot: readonly string[];
  /** Room to write in, in millimetres: a row is at least so high. */
  readonly rowHeight: number;
};

/** Lines to sign on, each with who signs under it. */
export type Signatures = { readonly is: 'signatures'; readonly of: readonly string[] };
