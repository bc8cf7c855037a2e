import { choiceWord, fieldLabel } from '@ayni/kernel';
import { plain, type Column } from '@ayni/spreadsheets';
import type { ActRoute, Sent } from '../../api/route.js';
import type { Role } from '../../api/who.js';
import { language } from '../../words/language.js';
import { say, type PlainWord } from '../../words/say.js';

export type Cells = Readonly<Record<string, string>>;

/** What a column may say, by the words that people write for it. */
export type Choices<Value extends string> = Readonly<Record<Value, readonly string[]>>;

/** A column as it is looked for, and what it is called here. */
export type BroughtColumn = Column & {
  readonly label: string;
  /** Where it says one of a few things: which. */
  readonly choices?: Choices<string>;
  /** Where it names what a register has: it is found by its name, too. */
  readonly names?: Named;
  /** What is wrong with what it says, where it can be told without asking. */
  readonly wrong?: (said: string) => string | undefined;
};

/** The registers whose codes nobody knows by heart. */
export type Named = 'household' | 'member' | 'product' | 'structure';

/** What can be brought from a spreadsheet: a declaration of its columns and of the route that takes its rows. */
export type BroughtKind<R extends ActRoute> = {
  /** What the address calls it. */
  readonly id: string;
  readonly label: PlainWord;
  /** What to know before it is brought. */
  readonly note?: PlainWord;
  readonly roles: readonly Role[];
  readonly route: R;
  readonly columns: readonly BroughtColumn[];
  /** With what the codes begin of rows that have none; nothing where people give each its code. */
  readonly prefix?: string;
  /** What its code is called, where that is another word. */
  readonly codeField?: string;
  /** The column by which rows are parts of one record, such as lines of a receipt; rows that say nothing there are one each. */
  readonly together?: Together;
  /** What is sent of the rows; on trial nothing of them is kept. */
  readonly sent: (rows: readonly Cells[], query: { readonly trial?: 'true' }) => Sent<R>;
};

/** How rows are parts of one record. */
export type Together = {
  /** What such records are. */
  readonly are: 'receipts' | 'seasons';
  /** The column that is the same in all of them. */
  readonly by: string;
  /** Others that say with it which record it is: rows that leave one out are one each. */
  readonly also?: readonly string[];
  /** Others in which rows that differ are of another record. */
  readonly alike?: readonly string[];
  /** The other columns that say the same in all of them, as they are of the record. */
  readonly shared: readonly string[];
};

/** A column of a field: looked for under what lists call it in both languages, and under other words. */
export const columnOf = (
  name: string,
  kind: Column['kind'],
  heads: readonly string[],
  more: Pick<BroughtColumn, 'isOpen' | 'choices' | 'names' | 'wrong'> & { readonly label?: string } = {},
): BroughtColumn => {
  const label = more.label ?? fieldLabel(name, language());
  return { name, kind, heads: [label, fieldLabel(name, 'es'), fieldLabel(name, 'en'), ...heads], ...more, label };
};

export const open = { isOpen: true } as const;

/** What a cell says; empty where it says nothing. */
export const text = (cells: Cells, name: string): string => cells[name] ?? '';

/** A field that is left out where its cell says nothing. */
export const given = <Name extends string>(cells: Cells, name: Name): { readonly [name in Name]?: string } =>
  // an object of one name
  text(cells, name) === '' ? {} : ({ [name]: text(cells, name) } as { readonly [name in Name]: string });

/** Which of a few things a text says, by the system's word or by people's. */
export function chosen<Value extends string>(choices: Choices<Value>, said: string): Value | undefined {
  const values = Object.keys(choices) as Value[];
  return values.find((value) => [value, ...choices[value]].some((word) => plain(word) === plain(said)));
}

/** What is wrong with a cell, where that can be told without asking. */
export function wrongWith({ label, name, choices, wrong }: BroughtColumn, said: string): string | undefined {
  if (choices === undefined || chosen(choices, said) !== undefined) return wrong?.(said);
  const words = Object.entries(choices).map(([value, [word]]) => choiceWord(name, value, language()) ?? word ?? value);
  return say('paste.oneOf', { label, choices: words.join(', ') });
}
