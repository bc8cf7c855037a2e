import type { Transaction } from '@ayni/database/transaction';
import { CodeField, InstantField, ShownTextField, WholeField } from '@ayni/http/fields';
import { Listing } from '@ayni/http/listing';
import { isThere, type Instant } from '@ayni/kernel';
import { ChangeEntity } from './change.entity.js';

/** What changed, who changed it, and the version that it has since. */
export type Change = {
  readonly kind: string;
  readonly code: string;
  readonly version: number;
  readonly by: string;
};

/** Notes each field that differs, what it was and what it is. @returns whether any does */
export function noteChanges(tx: Transaction, { by, ...what }: Change, before: object, after: object): boolean {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((field) => field !== 'version');
  const changes = fields
    .map((field) => ({ field, before: inWords(Reflect.get(before, field)), after: inWords(Reflect.get(after, field)) }))
    .filter((change) => change.before !== change.after);
  const changedAt = tx.now.toISOString();
  tx.insertAtEnd(
    ChangeEntity,
    changes.map((change) => ({ ...what, ...change, changedBy: by, changedAt })),
  );
  return changes.length > 0;
}

function inWords(value: unknown): string | null {
  if (!isThere(value)) return null;
  return Array.isArray(value) ? value.map(String).join(' ') : String(value);
}

/** A field that was changed. */
export class ChangeRow {
  @WholeField(1, Number.MAX_SAFE_INTEGER, { description: 'the version from then on' }) version!: number;
  @CodeField({ description: 'the field that was changed' }) field!: string;
  @ShownTextField({ nullable: true, description: 'what it was' }) before!: string | null;
  @ShownTextField({ nullable: true, description: 'what it was changed to' }) after!: string | null;
  @CodeField({ description: 'who changed it' }) changedBy!: string;
  @InstantField() changedAt!: Instant;
}

/** What was changed of one of a kind, by its `code`: the first change first. */
export const changesOf = (kind: string): Listing<ChangeRow> =>
  new Listing({
    row: ChangeRow,
    name: `${kind} changes`,
    from: 'changes c',
    alias: 'c',
    columns: {
      version: 'c.version',
      field: 'c.field',
      before: 'c.before',
      after: 'c.after',
      changedBy: 'c.changed_by',
      changedAt: 'c.changed_at',
    },
    order: ['c.version', 'c.field'],
    filters: { code: (code) => `c.kind = '${kind}' AND c.code = ${code}` },
  });
