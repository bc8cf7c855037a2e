import { nameKey } from '@ayni/kernel';
import { fileShape, keyOf, type Column, type Row, type Table } from '../files.js';

/** What earlier folders of a book brought and later ones have once more: small beside the records of a season. */
export class Known {
  private readonly rows = new Map<string, ReadonlyMap<string, string>>();
  private readonly named = new Set<string>();
  /** How many seasons were loaded. */
  seasons = 0;

  /** Whether something of a kind was not asked for before; from now on it was. */
  isNew(kind: 'funds' | 'markets', name: string): boolean {
    const key = JSON.stringify([kind, nameKey(name)]);
    if (this.named.has(key)) return false;
    this.named.add(key);
    return true;
  }

  /** Whether no earlier folder had the record. */
  isNewRow<T extends Table>(table: T, row: Row<T>): boolean {
    return !fileShape(table).isKept || !this.rows.has(keyIn(table, row));
  }

  /** Whether the record says something in a column in which an earlier folder, if it had it, said nothing. */
  isFilled<T extends Table>(table: T, row: Row<T>, column: Column<T>): boolean {
    if (row.cells[column] === '') return false;
    const before = this.rows.get(keyIn(table, row));
    return table === 'members' ? before?.get(column) === '' : before === undefined || before.get(column) === '';
  }

  add<T extends Table>(table: T, row: Row<T>): void {
    if (fileShape(table).isKept) this.rows.set(keyIn(table, row), new Map(Object.entries<string>(row.cells)));
  }
}

/** What tells a record apart from others of all folders: of a member also the period. */
function keyIn<T extends Table>(table: T, { cells }: Row<T>): string {
  const texts: Readonly<Record<string, string>> = cells;
  const key = nameKey(keyOf(table, texts) ?? '');
  return JSON.stringify([table, key, ...(table === 'members' ? [texts['joined_on'] ?? ''] : [])]);
}
