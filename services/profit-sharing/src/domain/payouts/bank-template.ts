/** What a column of the file can hold of a line. */
export const BANK_COLUMNS = ['number', 'account', 'payee', 'amount', 'currency', 'household', 'reference'] as const;
export type BankColumn = (typeof BANK_COLUMNS)[number];

/** The sign between the columns, by its name. */
export const SEPARATORS = { comma: ',', semicolon: ';', tab: '\t', bar: '|' } as const;
export type Separator = keyof typeof SEPARATORS;

/** The sign before the centavos, by its name. */
export const DECIMAL_SIGNS = { point: '.', comma: ',' } as const;
export type DecimalSign = keyof typeof DECIMAL_SIGNS;

/** In which bytes the signs are written: older programs of banks read Latin-1, spreadsheets know UTF-8 by its mark. */
export const ENCODINGS = ['utf-8', 'utf-8-marked', 'latin-1'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** What the file for a bank looks like. */
export type BankTemplate = {
  /** From left to right. */
  readonly columns: readonly { readonly shows: BankColumn; readonly heading: string }[];
  readonly separator: Separator;
  readonly decimalSign: DecimalSign;
  /** Whether the first line says what the columns are called. */
  readonly withHeadings: boolean;
  readonly encoding: Encoding;
};

/** What holds until a co-op says what its own bank wants. */
export const FIRST_TEMPLATE: BankTemplate = {
  columns: [
    { shows: 'number', heading: 'Nro' },
    { shows: 'account', heading: 'Cuenta' },
    { shows: 'payee', heading: 'Beneficiario' },
    { shows: 'amount', heading: 'Monto' },
    { shows: 'currency', heading: 'Moneda' },
    { shows: 'reference', heading: 'Glosa' },
  ],
  separator: 'semicolon',
  decimalSign: 'point',
  withHeadings: true,
  encoding: 'utf-8',
};

/** What is to be transferred to whom. */
export type Transfer = {
  readonly household: string;
  readonly payee: string;
  readonly account: string;
  readonly currency: string;
  /** As decimal text. */
  readonly amount: string;
  /** By which the line is found again in the bank's statement. */
  readonly reference: string;
};

/** A cell of the file; an amount is a number, and no text that a spreadsheet may take for a formula. */
export type BankCell = { readonly text: string; readonly isNumber: boolean };

/** The cells of each line, in the order of the template's columns. */
export const bankLines = (
  { columns, decimalSign }: BankTemplate,
  transfers: readonly Transfer[],
): readonly (readonly BankCell[])[] =>
  transfers.map((transfer, i) =>
    columns.map(({ shows }) => {
      if (shows === 'number') return { text: String(i + 1), isNumber: true };
      if (shows === 'amount') return { text: transfer.amount.replace('.', DECIMAL_SIGNS[decimalSign]), isNumber: true };
      return { text: transfer[shows], isNumber: false };
    }),
  );
