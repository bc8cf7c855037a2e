import { hash } from 'node:crypto';
import { each, nameKey, Refusal } from '@ayni/kernel';
import type { Insertable } from '@ayni/database/insert';
import { asNamed } from '@ayni/database/names';
import { statement, type Statement } from '@ayni/database/statement';
import { withTextsRead } from '@ayni/http/read-text';
import type { Transaction } from '@ayni/database/transaction';
import type { ObjectLiteral } from 'typeorm';
import { sentCode } from './own-code.js';

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
    if (seen.has(nameKey(code))) throw new Refusal('duplicate-code', `/rows/${i}/${field}`, { code });
    seen.add(nameKey(code));
  });
}

export type Recorded<Row> = { readonly fresh: readonly Row[]; readonly unchanged: number };

/** How rows are told apart, and when one that comes again is the same. */
type Identity<Entity> = {
  /** The property that, with the co-op, identifies a row, in whatever case; its column has the same name in snake case. */
  readonly key: string & keyof Entity;
  readonly field?: string;
  /** The properties of which a row that comes again says the same, where its digest was made of another writing. */
  readonly says?: readonly (string & keyof Entity)[];
  /** The same for rows with parts: which of them say what those do that stand under their keys. */
  readonly same?: (keys: readonly string[]) => Promise<(key: string) => boolean>;
};

/**
 * Inserts rows under their keys, all or none. A row that is there already and says the same is left as it is; one that
 * differs is refused.
 * @throws Refusal `duplicate-code`, Refusals `code-taken` with the places of the rows
 */
export async function recordRows<Entity extends ObjectLiteral & { digest: string }>(
  tx: Transaction,
  entity: new () => Entity,
  rows: readonly Insertable<Entity>[],
  identity: Identity<Entity>,
): Promise<Recorded<Insertable<Entity>>> {
  const { key, field = key } = identity;
  const keyOf = (row: Insertable<Entity>): string => String(Reflect.get(row, key));
  refuseDuplicates(rows.map(keyOf), field);
  const sorted = inOrderOf(key, rows);
  const inserted = new Set((await tx.insert(entity, sorted, { onConflict: 'nothing', returning: key })).map(String));
  if (inserted.size === rows.length) return { fresh: rows, unchanged: 0 };
  const known = rows.filter((row) => !inserted.has(keyOf(row)));
  refuseAllOf(rows, (await standing(tx, entity, known, identity)).taken, identity);
  return { fresh: rows.filter((row) => inserted.has(keyOf(row))), unchanged: known.length };
}

/**
 * Refuses rows under whose keys others stand, as {@link recordRows} does: where a load is refused for something else, this is told
 * with it.
 * @throws Refusals `code-taken` with the places of the rows
 */
export async function refuseTaken<Entity extends ObjectLiteral & { digest: string }>(
  tx: Transaction,
  entity: new () => Entity,
  rows: readonly Partial<Insertable<Entity>>[],
  identity: Identity<Entity>,
): Promise<void> {
  refuseAllOf(rows, (await standing(tx, entity, rows, identity)).taken, identity);
}

/** The keys of rows that are there already and say the same: {@link recordRows} leaves them as they are. */
export async function unchangedAmong<Entity extends ObjectLiteral & { digest: string }>(
  tx: Transaction,
  entity: new () => Entity,
  rows: readonly Partial<Insertable<Entity>>[],
  identity: Identity<Entity>,
): Promise<ReadonlySet<string>> {
  return (await standing(tx, entity, rows, identity)).unchanged;
}

/** @throws Refusals `code-taken` with the places of the rows whose code is among `taken` */
function refuseAllOf(
  rows: readonly object[],
  taken: ReadonlySet<string>,
  { key, field = key }: { readonly key: string; readonly field?: string },
): void {
  each(rows, (row, i) => {
    const code = String(Reflect.get(row, key));
    if (taken.has(code)) throw new Refusal('code-taken', `/rows/${i}/${field}`, { code: sentCode(code) });
  });
}

/** What stands under the keys of rows. */
function standing<Entity extends ObjectLiteral & { digest: string }>(
  tx: Transaction,
  entity: new () => Entity,
  rows: readonly Partial<Insertable<Entity>>[],
  { key, says = [], same }: Identity<Entity>,
): Promise<Standing> {
  const sent = rows.map((row) => {
    return { code: String(Reflect.get(row, key)), digest: String(Reflect.get(row, 'digest')) };
  });
  return standingAmong(tx, entity, key, sent, same ?? ((keys) => sayingSame(tx, entity, { key, says }, rows, keys)));
}

/** Of codes: those under which what was sent stands already, and those under which something else does. */
type Standing = { readonly unchanged: ReadonlySet<string>; readonly taken: ReadonlySet<string> };

/**
 * What stands under codes beside what was sent.
 * @param same of codes whose digests differ, which say the same nevertheless, in another writing; none where left out
 */
export async function standingAmong(
  tx: Transaction,
  entity: new () => object,
  key: string,
  sent: readonly { readonly code: string; readonly digest: string }[],
  same: (codes: readonly string[]) => Promise<(code: string) => boolean> = () => Promise.resolve(() => false),
): Promise<Standing> {
  const codes = sent.map(({ code }) => code);
  const digests = await digestsOf(tx, entity, key, codes);
  const there = sent.filter(({ code }) => digests.has(code));
  const differing = there.filter(({ code, digest }) => digests.get(code) !== digest).map(({ code }) => code);
  const isSame = differing.length > 0 ? await same(differing) : () => true;
  const taken = new Set(differing.filter((code) => !isSame(code)));
  return { unchanged: new Set(there.map(({ code }) => code).filter((code) => !taken.has(code))), taken };
}

/** Rows in one order, so that two who insert the same ones wait for each other and not crosswise. */
export function inOrderOf<Row extends object>(key: string, rows: readonly Row[]): Row[] {
  const keyOf = (row: Row): string => String(Reflect.get(row, key));
  return rows.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

async function sayingSame<Entity extends ObjectLiteral>(
  tx: Transaction,
  entity: new () => Entity,
  { key, says }: { readonly key: string; readonly says: readonly string[] },
  rows: readonly object[],
  keys: readonly string[],
): Promise<(key: string) => boolean> {
  if (says.length === 0) return () => false;
  const metadata = tx.manager.connection.getMetadata(entity);
  const columnOf = (property: string): string =>
    metadata.findColumnWithPropertyName(property)?.databaseName ?? property;
  const read = says.map((property) => `f."${columnOf(property)}" AS "${property}"`).join(', ');
  const reader = statement(
    `what is said of ${metadata.tableName}`,
    `SELECT asked AS "~asked", ${read} FROM ${asNamed({ table: metadata.tableName, column: columnOf(key) })}`,
  );
  const standing = await tx.query<{ '~asked': string }>(reader, [keys]);
  const said = new Map(standing.map((row) => [row['~asked'], saidIn(row, says)]));
  const sent = new Map(rows.map((row) => [String(Reflect.get(row, key)), saidIn(row, says)]));
  return (asked) => said.get(asked) === sent.get(asked);
}

const saidIn = (row: object, says: readonly string[]): string =>
  JSON.stringify(says.map((property) => withTextsRead(Reflect.get(row, property) ?? null)));

const readers = new Map<string, Statement>();

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
    statement(name, `SELECT asked AS key, f.digest FROM ${asNamed({ table: metadata.tableName, column })}`);
  readers.set(name, reader);
  const rows = await tx.query<{ key: string; digest: string }>(reader, [keys]);
  return new Map(rows.map((row) => [row.key, row.digest]));
}
