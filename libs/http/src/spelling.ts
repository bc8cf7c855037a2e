import { NAMES, spelled, type Named } from '@ayni/database/names';
import type { Transaction } from '@ayni/database/transaction';
import { fieldsOf } from './field-notes.js';

type Spell = (of: Named, name: string) => string;

/**
 * Rows of a class in which each thing is called as the books spell it, however it was written; the very rows where all
 * are called so already.
 */
export async function spelledAsKept<Row extends object>(
  tx: Transaction,
  type: new () => object,
  rows: readonly Row[],
): Promise<readonly Row[]> {
  const asked = new Map<Named, Set<string>>();
  const note: Spell = (of, name) => {
    asked.set(of, (asked.get(of) ?? new Set()).add(name));
    return name;
  };
  for (const row of rows) respelled(type, row, note);
  const spell = new Map<Named, (name: string) => string>();
  for (const [of, names] of asked) spell.set(of, await spelled(tx, NAMES[of], names));
  const found = rows.map((row) => respelled(type, row, (of, name) => spell.get(of)?.(name) ?? name));
  return found.some((row, i) => row !== rows[i]) ? found : rows;
}

function respelled<Row extends object>(type: new () => object, row: Row, spell: Spell): Row {
  const changes: [string, unknown][] = [];
  for (const { name, of, part } of fieldsOf(type)) {
    const value: unknown = Reflect.get(row, name);
    if (of && typeof value === 'string') {
      const kept = spell(of, value);
      if (kept !== value) changes.push([name, kept]);
    } else if (part && Array.isArray(value)) {
      const parts = value.map((one: object) => respelled(part(), one, spell));
      if (parts.some((one, i) => one !== value[i])) changes.push([name, parts]);
    }
  }
  return changes.length === 0 ? row : { ...row, ...Object.fromEntries(changes) };
}
