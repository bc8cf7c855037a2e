/** How a cell is put to the API. What the API can judge is not judged here. */
export type Field = {
  /** The field of the request; none where the column is for the reader only. */
  readonly name?: string;
  readonly put: (cell: string) => string | number | boolean | undefined;
  /** Whether its cells may be empty, and its column left out. */
  readonly isOpen?: true;
  /** What is wrong with a cell that only the reader takes in. */
  readonly wrong?: (cell: string) => string | undefined;
};

export const plain = (name: string): Field => ({ name, put: (cell) => cell });

/** A text that the API keeps on one line. */
export const line = (name: string): Field => ({ name, put: oneLine });

export const oneLine = (text: string): string => text.replace(/\s*[\t\r\n]+\s*/g, ' ').trim();

/** A whole number; anything else goes as it stands, to be refused. */
export const whole = (name: string): Field => ({ name, put: (cell) => (/^\d{1,9}$/.test(cell) ? Number(cell) : cell) });

/** A cell that may be empty, and its column left out: the API knows what nothing says. */
export const open = (field: Field): Field => ({
  ...field,
  put: (cell) => (cell === '' ? undefined : field.put(cell)),
  isOpen: true,
});

/** `yes` or `no`. */
export const FLAG: Field = {
  put: (cell) => cell === 'yes',
  wrong: (cell) => (cell === 'yes' || cell === 'no' ? undefined : 'write yes or no'),
};

/** The place of a line on its receipt. */
export const LINE_NUMBER: Field = {
  put: (cell) => cell,
  wrong: (cell) => (/^0*[1-9]\d{0,5}$/.test(cell) ? undefined : 'write a whole number above 0'),
};

/** How a family is paid; in cash where nothing is said. */
export const PAYS: Field = {
  put: () => undefined,
  isOpen: true,
  wrong: (cell) => (['', 'cash', 'transfer'].includes(cell) ? undefined : 'write cash or transfer'),
};

/** What is entered apart from the rest of its record, or follows from it. */
export const READ_APART: Field = { put: () => undefined, isOpen: true };
