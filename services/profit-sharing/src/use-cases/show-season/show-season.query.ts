import { spelledOne } from '@ayni/database/names';
import { found } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import type { Told } from '@ayni/http/told';
import { seasons, type SeasonRow } from '../list-seasons/list-seasons.query.js';

/** A season as the list of seasons shows it. @throws Refusal `not-found` */
export async function showSeason(tx: Transaction, code: string): Promise<Told<SeasonRow>> {
  const { items } = await seasons.page(
    tx,
    {},
    { code: await spelledOne(tx, { table: 'fiscal_seasons', column: 'code' }, code) },
  );
  return found(items[0], 'season', code);
}
