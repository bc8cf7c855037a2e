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

/** So many mistakes are shown at once. */
export const MOST_MISTAKES = 50;

/** What is wrong with a folder; `more` where there is more than is shown. */
export class FolderMistakes extends Error {
  constructor(
    readonly mistakes: readonly Mistake[],
    readonly more: boolean,
  ) {
    super(`${mistakes.length}${more ? ' or more' : ''} mistakes`);
    this.name = 'FolderMistakes';
  }
}

/** Gathers findings up to a limit. */
export class Findings {
  private readonly list: Finding[] = [];
  #more = false;

  /** @param before what was found earlier, and counts by itself */
  constructor(
    private readonly limit: number,
    private readonly before?: Findings,
  ) {}

  add(finding: Finding): void {
    if (this.list.length >= this.limit) this.#more = true;
    else this.list.push(finding);
  }

  /** Whether something is wrong with a cell that is known already. */
  has(at: Pick<Finding, 'file' | 'from' | 'field'>): boolean {
    return this.all.some(({ file, from, field }) => file === at.file && from === at.from && field === at.field);
  }

  /** Whether anything is wrong with a file. */
  ofFile(file: string): boolean {
    return this.all.some((one) => one.file === file);
  }

  /** With what was found earlier. */
  get all(): readonly Finding[] {
    return [...(this.before?.all ?? []), ...this.list];
  }

  /** Whether it is of no use to look further: what was found earlier does not count. */
  get full(): boolean {
    return this.#more;
  }

  /** Whether there was more than the limit lets show. */
  get more(): boolean {
    return this.#more || this.before?.more === true;
  }
}

/** A text of the folder as it is shown in a message. */
export const shown = (text: string): string => JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
