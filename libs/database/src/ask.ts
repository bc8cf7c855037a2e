import type { ClientBase, QueryResultRow } from 'pg';
import pg from './driver.js';
import type { Statement } from './statement.js';

/**
 * Has a connection do a prepared statement; what it answers are the rows.
 *
 * What is given to the driver as an object it copies property by property, at a tenth to a quarter of what asking costs; a
 * query of its own it takes as it is.
 * @param told of each row as it comes; may not throw
 */
export async function ask<Row extends QueryResultRow>(
  client: ClientBase,
  { name, text }: Statement,
  values: readonly unknown[] = [],
  told?: (row: Row) => void,
): Promise<Row[]> {
  try {
    return await new Promise<Row[]>((resolve, reject) => {
      const query = new pg.Query<Row, unknown[]>(text, [...values], (error, result) =>
        error ? reject(error) : resolve(result.rows),
      );
      if (told) query.on('row', told);
      client.query(Object.assign(query, { name }));
    });
  } catch (error) {
    // where it was asked, which is what one looks for, not where the answer was read
    if (error instanceof Error) Error.captureStackTrace(error);
    throw error;
  }
}
