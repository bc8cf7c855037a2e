import { statement, type Statement } from './statement.js';
import type { Transaction } from './transaction.js';

/** Where names stand that people call things by; `called` is the column of a newer name, where things get one. */
export type Names = { readonly table: string; readonly column: string; readonly called?: string };

/** What people call by a name, in whichever service keeps it: its own, or its copy of another's. */
export const NAMES = {
  product: { table: 'products', column: 'code' },
  structure: { table: 'structures', column: 'code' },
  market: { table: 'markets', column: 'name', called: 'called' },
  household: { table: 'households', column: 'code' },
  member: { table: 'members', column: 'number' },
  user: { table: 'users', column: 'name' },
  grant: { table: 'grants', column: 'code' },
  expense: { table: 'expenses', column: 'code' },
  fund: { table: 'funds', column: 'code' },
  debt: { table: 'debts', column: 'code' },
  asset: { table: 'assets', column: 'code' },
  'certificate-type': { table: 'certificate_types', column: 'code' },
  certificate: { table: 'certificates', column: 'code' },
  resolution: { table: 'resolutions', column: 'number' },
  season: { table: 'seasons', column: 'code' },
  'bank-line': { table: 'bank_lines', column: 'code' },
  payout: { table: 'payouts', column: 'code' },
} as const satisfies Readonly<Record<string, Names>>;

export type Named = keyof typeof NAMES;

const statements = new Map<string, Statement>();

/**
 * A name that stands as it was asked for goes before one that differs in case, and both before a newer name. Keys are worked
 * out once for all that is asked, and only where something is not found as it is written.
 */
function spelling({ table, column, called }: Names): Statement {
  const name = `spelling in ${table}.${column}`;
  const own = `FROM ${table} WHERE coop_id = current_setting('app.coop')::uuid`;
  const columns = [column, ...(called === undefined ? [] : [called])];
  const keyed = columns.map(
    (each) => `${each}_keyed AS MATERIALIZED (SELECT ${column} COLLATE "C" AS kept, name_key(${each}) AS key ${own})`,
  );
  const found = columns.flatMap((each) => [
    `(SELECT min(${column} COLLATE "C") ${own} AND ${each} = asked)`,
    `(SELECT min(kept) FROM ${each}_keyed WHERE key = asked_key)`,
  ]);
  const made =
    statements.get(name) ??
    statement(
      name,
      `WITH ${keyed.join(', ')}
       SELECT asked, COALESCE(${found.join(', ')}) AS spelled
       FROM (SELECT asked, name_key(asked) AS asked_key FROM unnest($1::text[]) AS u (asked) OFFSET 0) a`,
    );
  statements.set(name, made);
  return made;
}

/** How names are spelled in the books, by how they were asked for; one that is not there stays as it is. */
export async function spelled(
  tx: Transaction,
  names: Names,
  asked: Iterable<string>,
): Promise<(name: string) => string> {
  const each = [...new Set(asked)];
  const rows =
    each.length === 0 ? [] : await tx.query<{ asked: string; spelled: string | null }>(spelling(names), [each]);
  const known = new Map(rows.map((row) => [row.asked, row.spelled]));
  return (name) => known.get(name) ?? name;
}

/** How one name is spelled in the books; as it is where it is not there. */
export async function spelledOne(tx: Transaction, names: Names, name: string): Promise<string> {
  return (await spelled(tx, names, [name]))(name);
}

/**
 * Rows `f` of a table that tells names apart, for the names of the first parameter, each beside the name as it was
 * `asked`: the row that is called so, or else the one whose name differs in case. The keys are worked out before the
 * table is read: row-level security lets no function of ours into the search of an index.
 */
export const asNamed = ({ table, column }: Names): string => {
  const own = `SELECT t.* FROM "${table}" t WHERE t.coop_id = current_setting('app.coop')::uuid`;
  return `(SELECT asked, name_key(asked) AS asked_key FROM unnest($1::text[]) AS u (asked) OFFSET 0) a
    CROSS JOIN LATERAL (
      ${own} AND t."${column}" = asked
      UNION ALL ${own} AND t.name_key = asked_key AND t.double_of IS NULL
      LIMIT 1) f`;
};
