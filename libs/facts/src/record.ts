import { hash } from 'node:crypto';
import { Refusal } from '@ayni/kernel';
import type { Insertable } from '@ayni/database/insert';
import { statement, type Statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import type { ObjectLiteral } from 'typeorm';

/**
 * A hash of what a client sent, with its keys in order. Its text is close to canonical JSON (RFC 8785) and yet another: names
 * stand without quotes. It must stay so, since rows that come again are compared with digests that are stored.
 */
export const digestOf = (row: object): string => hash('sha256', ordered(row), 'base64url').slice(0, 27);

function ordered(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(ordered).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([key, field]) => `${key}:${ordered(field)}`).join(',')}}`;
}

/** @throws Refusal `duplicate-code` where a code stands twice in one load */
export function refuseDuplicates(codes: readonly string[], field = 'code'): void {
  const seen = new Set<string>();
  codes.forEach((code, i) => {
    if (seen.has(code)) throw new Refusal('duplicate-code', `/rows/${i}/${field}`, { code });
    seen.add(code);
  });
}

export type Recorded<Row> = { readonly fresh: readonly Row[]; readonly unchanged: number };

const readers = new Map<string, Statement>();

/**
 * Inserts rows under their codes, all or none. A row that is there already with the same digest is
 * left as it is; one that differs is refused.
 * @param key the property that, with the co-op, identifies a row; its column has the same name in snake case
 * @throws Refusal `duplicate-code`, `code-taken` with the row's place
 */
export async function recordRows<Entity extends ObjectLiteral & { digest: string }>(
  tx: Transaction,
  entity: new () => Entity,
  rows: readonly Insertable<Entity>[],
  { key, field = key }: { key: string & keyof Entity; field?: string },
): Promise<Recorded<Insertable<Entity>>> {
  const keyOf = (row: Insertable<Entity>): string => String(Reflect.get(row, key));
  refuseDuplicates(rows.map(keyOf), field);
  // in one order, so that two who insert the same rows wait for each other and not crosswise
  const sorted = rows.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const inserted = new Set((await tx.insert(entity, sorted, { onConflict: 'nothing', returning: key })).map(String));
  if (inserted.size === rows.length) return { fresh: rows, unchanged: 0 };
  const known = rows.filter((row) => !inserted.has(keyOf(row)));
  const digests = await digestsOf(tx, entity, key, known.map(keyOf));
  rows.forEach((row, i) => {
    const digest = inserted.has(keyOf(row)) ? undefined : digests.get(keyOf(row));
    if (digest !== undefined && digest !== Reflect.get(row, 'digest'))
      throw new Refusal('code-taken', `/rows/${i}/${field}`, { code: keyOf(row) });
  });
  return { fresh: rows.filter((row) => inserted.has(keyOf(row))), unchanged: known.length };
}

async function digestsOf(
  tx: Transaction,
  entity: new () => object,
  key: string,
  keys: string[],
): Promise<Map<string, string>> {
  const metadata = tx.manager.connection.getMetadata(entity);
  const column = metadata.findColumnWithPropertyName(key)?.databaseName ?? key;
  const name = `digests of ${metadata.tableName} by ${column}`;
  const reader =
    readers.get(name) ??
    statement(
      name,
      `SELECT "${column}" AS key, digest FROM "${metadata.tableName}"
       WHERE coop_id = current_setting('app.coop')::uuid AND "${column}" = ANY($1)`,
    );
  readers.set(name, reader);
  const rows = await tx.query<{ key: string; digest: string }>(reader, [keys]);
  return new Map(rows.map((row) => [row.key, row.digest]));
}
