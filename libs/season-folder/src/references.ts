import { nameKey } from '@ayni/kernel';
import { fileShape, keyOf, TABLES, type Row, type Table } from './files.js';
import { shown } from './mistake.js';

/** What records of a folder call each other by: small beside the records themselves, so held in memory. */
export class References {
  readonly #known = new Map<string, Set<string>>();
  readonly #named = new Set(TABLES.flatMap((table) => Object.values(fileShape(table).names ?? {})));

  /**
   * @param unread tables that could not be read to their end: what names them is not held against a record
   * @param earlier what earlier folders of the same book hold
   */
  constructor(
    private readonly unread: ReadonlySet<string>,
    private readonly earlier?: References,
  ) {}

  /** Looks at what a record names, and keeps what it may be called by. */
  read<T extends Table>(table: T, { cells }: Row<T>, say: (column: string, what: string) => void): void {
    const texts: Readonly<Record<string, string>> = cells;
    for (const [column, other] of Object.entries(fileShape(table).names ?? {})) {
      const code = texts[column] ?? '';
      if (isOpen(column, code) || this.unread.has(other) || this.#holds(other, nameKey(code))) continue;
      say(column, code === '' ? 'is empty' : `${shown(code)} is not in ${other}.csv`);
    }
    if (this.#named.has(table)) this.#of(table).add(nameKey(keyOf(table, texts) ?? ''));
  }

  #holds(table: string, code: string): boolean {
    return this.#of(table).has(code) || (this.earlier ? this.earlier.#holds(table, code) : false);
  }

  #of(table: string): Set<string> {
    const known = this.#known.get(table) ?? new Set<string>();
    this.#known.set(table, known);
    return known;
  }
}

/** Work need not be at a structure, and what the co-op paid by itself no grant did. */
const isOpen = (column: string, code: string): boolean =>
  (column === 'structure' && code === '') || (column === 'funded_by' && ['', 'own'].includes(nameKey(code)));
