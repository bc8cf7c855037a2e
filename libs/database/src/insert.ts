import type { CoopId } from '@ayni/kernel';
import type { EntityMetadata, ObjectLiteral } from 'typeorm';
import { statement, type Statement } from './statement.js';

/** A row to insert: what the entity has, without the co-op (the transaction's) and what the database makes. */
export type Insertable<Entity extends ObjectLiteral> = Omit<Entity, 'coopId'>;

export type InsertOptions = { readonly onConflict?: 'nothing'; readonly returning?: string };

/** Rows of one entity on their way into its table. */
export type Insertion = { readonly metadata: EntityMetadata; readonly rows: readonly object[] };

const JSON_TYPES = new Set<unknown>(['json', 'jsonb']);
const statements = new Map<string, Statement>();

/**
 * One statement for any number of rows of an entity: one array per column, so that it is parsed and
 * planned once however many rows come.
 */
export function insertStatement(metadata: EntityMetadata, options: InsertOptions): Statement {
  const name = `insert ${ordinal(metadata)} ${options.onConflict ?? ''} ${options.returning ?? ''}`;
  return remembered(name, () => insertText(metadata, options, 2));
}

/** One statement, and one round trip, for rows of several entities; the first parameter is the co-op. */
export function insertAllStatement(insertions: readonly Insertion[]): Statement {
  const name = `insert all ${insertions.map(({ metadata }) => ordinal(metadata)).join(' ')}`;
  return remembered(name, () => {
    let parameter = 2;
    const texts = insertions.map(({ metadata }) => {
      const text = insertText(metadata, {}, parameter);
      parameter += insertedColumns(metadata).length;
      return text;
    });
    const last = texts.pop() ?? '';
    const before = texts.map((text, i) => `insert_${i} AS (${text})`);
    return before.length === 0 ? last : `WITH ${before.join(', ')} ${last}`;
  });
}

/** The parameters of {@link insertStatement} and {@link insertAllStatement}. */
export function insertValues(coop: CoopId, insertions: readonly Insertion[]): unknown[] {
  return [coop, ...insertions.flatMap(({ metadata, rows }) => columnArrays(metadata, rows))];
}

function columnArrays(metadata: EntityMetadata, rows: readonly object[]): unknown[][] {
  return insertedColumns(metadata).map(({ propertyName, type }) =>
    rows.map((row) => {
      const value: unknown = Reflect.get(row, propertyName);
      return JSON_TYPES.has(type) && value !== null && typeof value !== 'string'
        ? JSON.stringify(value)
        : (value ?? null);
    }),
  );
}

function insertText(metadata: EntityMetadata, { onConflict, returning }: InsertOptions, parameter: number): string {
  const columns = insertedColumns(metadata);
  const arrays = columns.map(({ type }, i) => `$${i + parameter}::${JSON_TYPES.has(type) ? 'text' : String(type)}[]`);
  const picked = columns.map(({ type }, i) => (JSON_TYPES.has(type) ? `c${i}::${String(type)}` : `c${i}`));
  const returned = metadata.columns.find(({ propertyName }) => propertyName === returning);
  return [
    `INSERT INTO "${metadata.tableName}" (coop_id, ${columns.map(({ databaseName }) => `"${databaseName}"`).join(', ')})`,
    `SELECT $1::uuid, ${picked.join(', ')}`,
    `FROM unnest(${arrays.join(', ')}) AS rows (${columns.map((_, i) => `c${i}`).join(', ')})`,
    onConflict === 'nothing' ? 'ON CONFLICT DO NOTHING' : '',
    returned ? `RETURNING "${returned.databaseName}" AS returned` : '',
  ].join(' ');
}

function remembered(name: string, textOf: () => string): Statement {
  let made = statements.get(name);
  if (!made) {
    made = statement(name, textOf());
    statements.set(name, made);
  }
  return made;
}

const ordinals = new WeakMap<EntityMetadata, number>();
let lastOrdinal = 0;

/** Two services of one process may have tables of one name; PostgreSQL cuts the names of statements at 63 signs. */
function ordinal(metadata: EntityMetadata): number {
  const known = ordinals.get(metadata) ?? ++lastOrdinal;
  ordinals.set(metadata, known);
  return known;
}

const columnsOf = new WeakMap<EntityMetadata, EntityMetadata['columns']>();

function insertedColumns(metadata: EntityMetadata): EntityMetadata['columns'] {
  let columns = columnsOf.get(metadata);
  if (!columns) {
    columns = metadata.columns.filter(
      ({ propertyName, isGenerated, isInsert }) => propertyName !== 'coopId' && !isGenerated && isInsert,
    );
    columnsOf.set(metadata, columns);
  }
  return columns;
}
