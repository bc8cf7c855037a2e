/** What is wrong with a folder, at a place that a text editor can be sent to. */
export type Mistake = {
  readonly file: string;
  /** Both count from 1; the column counts characters. */
  readonly line: number;
  readonly column: number;
  /** The name of the table's column or of the JSON field, where the mistake lies in one. */
  readonly field?: string;
  readonly what: string;
};

/** `FILE:LINE:COLUMN: field: what is wrong`. */
export const mistakeLine = ({ file, line, column, field, what }: Mistake): string =>
  `${file}:${line}:${column}: ${field === undefined ? '' : `${field}: `}${what}`;

/** A mistake whose line and column are still to be looked up from the bytes of its file. */
export type Finding = {
  readonly file: string;
  /** The byte at which the record begins. */
  readonly from: number;
  /** The field of the record, from 0. */
  readonly index: number;
  /** The very byte, where it is known better than by its field. */
  readonly byte?: number;
  readonly field?: string;
  readonly what: string;
};

/** Gathers findings up to a limit, so that a folder that is wrong throughout is not read to its end. */
export class Findings {
  readonly list: Finding[] = [];
  #more = false;

  constructor(private readonly limit: number) {}

  add(finding: Finding): void {
    if (this.full) this.#more = true;
    else this.list.push(finding);
  }

  get full(): boolean {
    return this.list.length >= this.limit;
  }

  /** Whether there was more than the limit lets show. */
  get more(): boolean {
    return this.#more;
  }
}

/** A text of the folder as it is shown in a message. */
export const shown = (text: string): string => JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
