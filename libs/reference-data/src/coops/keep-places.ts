import { BIGGEST, placesOf } from '@ayni/kernel';
import type { QueryRunner } from 'typeorm';

/** Columns of a table that hold amounts of money. */
export type AmountColumns = { readonly table: string; readonly columns: readonly string[] };

/** A co-op whose books were kept with two places, and how many its currency has. */
export type OldBooks = { readonly coop: string; readonly places: number };

/** What every currency was kept with. */
const OLD_PLACES = 2;

/**
 * Keeps with each co-op how many places the amounts of its books have, and changes those of a currency that has others
 * than two. Where an amount would not come out whole nothing of the co-op is changed: its books stay as they are.
 * @param others changes what else holds amounts; false where it would not come out whole, and then it changes nothing
 */
export async function keepPlaces(
  runner: QueryRunner,
  amounts: readonly AmountColumns[],
  others: (books: OldBooks) => Promise<boolean> = () => Promise.resolve(true),
): Promise<void> {
  // each row that is there has two; every new one says how many
  await runner.query(`ALTER TABLE coops ADD COLUMN places int NOT NULL DEFAULT ${OLD_PLACES}`);
  await runner.query('ALTER TABLE coops ALTER COLUMN places DROP DEFAULT');
  const coops: { coop_id: string; currency: string }[] = await runner.query('SELECT coop_id, currency FROM coops');
  for (const { coop_id: coop, currency } of coops) {
    const places = placesOf(currency);
    if (places === OLD_PLACES || !(await fits(runner, amounts, coop, places))) continue;
    if (!(await others({ coop, places }))) continue;
    for (const { table, columns } of amounts) {
      const set = columns.map((column) => `${column} = ${changed(column, places)}`).join(', ');
      await runner.query(`UPDATE ${table} SET ${set} WHERE coop_id = $1`, [coop]);
    }
    await runner.query('UPDATE coops SET places = $2 WHERE coop_id = $1', [coop, places]);
  }
}

/** Whether all amounts come out whole, and none too large. */
async function fits(
  runner: QueryRunner,
  amounts: readonly AmountColumns[],
  coop: string,
  places: number,
): Promise<boolean> {
  const power = 10n ** BigInt(Math.abs(places - OLD_PLACES));
  const wrong = (column: string): string =>
    places < OLD_PLACES ? `${column} % ${power} <> 0` : `abs(${column}) > ${BIGGEST / power}`;
  for (const { table, columns } of amounts) {
    const rows: unknown[] = await runner.query(
      `SELECT FROM ${table} WHERE coop_id = $1 AND (${columns.map(wrong).join(' OR ')}) LIMIT 1`,
      [coop],
    );
    if (rows.length > 0) return false;
  }
  return true;
}

function changed(column: string, places: number): string {
  const power = 10n ** BigInt(Math.abs(places - OLD_PLACES));
  return places < OLD_PLACES ? `${column} / ${power}` : `${column} * ${power}`;
}
