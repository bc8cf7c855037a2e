import { hash } from 'node:crypto';
import type { CoopId } from '@ayni/kernel';
import type { EntityMetadata, ObjectLiteral } from 'typeorm';
import { statement, type Statement } from './statement.js';

/** A row to insert: what the entity has, without the co-op (the transaction's) and what the database makes. */
export type Insertable<Entity extends ObjectLiteral> = Omit<Entity, 'coopId'>;

const JSON_TYPES = new Set<unknown>(['json', 'jsonb']);
// by entity, not by name: tables of two services in one process may have the same name and other columns
const statements = new WeakMap<EntityMetadata, Map<string, Statement>>();

/**
 * One statement for any number of rows of an entity: one array per column, so that it is parsed and
 * planned once however many rows come.
 */
export function insertStatement(
  metadata: EntityMetadata,
  options: { onConflict?: 'nothing'; returning?: string },
): Statement {
  const key = `${options.onConflict ?? ''} ${options.returning ?? ''}`;
  const ofEntity = statements.get(metadata) ?? new Map<string, Statement>();
  statements.set(metadata, ofEntity);
  let made = ofEntity.get(key);
  if (!made) {
    const columns = insertedColumns(metadata);
    const arrays = columns.map(({ type }, i) => `$${i + 2}::${JSON_TYPES.has(type) ? 'text' : String(type)}[]`);
    const picked = columns.map(({ type }, i) => (JSON_TYPES.has(type) ? `c${i}::${String(type)}` : `c${i}`));
    const returned = metadata.columns.find(({ propertyName }) => propertyName === options.returning);
    const text = [
      `INSERT INTO "${metadata.tableName}" (coop_id, ${columns.map(({ databaseName }) => `"${databaseName}"`).join(', ')})`,
      `SELECT $1::uuid, ${picked.join(', ')}`,
      `FROM unnest(${arrays.join(', ')}) AS rows (${columns.map((_, i) => `c${i}`).join(', ')})`,
      options.onConflict === 'nothing' ? 'ON CONFLICT DO NOTHING' : '',
      returned ? `RETURNING "${returned.databaseName}" AS returned` : '',
    ].join(' ');
    made = statement(`insert ${metadata.tableName} ${hash('sha256', text, 'base64url').slice(0, 12)}`, text);
    ofEntity.set(key, made);
  }
  return made;
}

export function insertValues<Entity extends ObjectLiteral>(
  metadata: EntityMetadata,
  coop: CoopId,
  rows: readonly Insertable<Entity>[],
): unknown[] {
  const arrays = insertedColumns(metadata).map(({ propertyName, type }) =>
    rows.map((row) => {
      const value: unknown = Reflect.get(row, propertyName);
      return JSON_TYPES.has(type) && value !== null && typeof value !== 'string'
        ? JSON.stringify(value)
        : (value ?? null);
    }),
  );
  return [coop, ...arrays];
}

function insertedColumns(metadata: EntityMetadata): EntityMetadata['columns'] {
  return metadata.columns.filter(
    ({ propertyName, isGenerated, isInsert }) => propertyName !== 'coopId' && !isGenerated && isInsert,
  );
}
