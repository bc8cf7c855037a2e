import type pg from '@ayni/database/driver';

const FETCHED = 500;

/** What two sets of rows have not in common. */
export type Differences = {
  /** How many rows the first set has. */
  readonly rows: number;
  /** How many are in the first set only, and the first few of them as JSON. */
  readonly missing: Some;
  /** How many are in the second set only. */
  readonly surplus: Some;
};

export type Some = { readonly count: number; readonly first: readonly string[] };

const SHOWN = 3;

/** Rows as JSON text in the order of its bytes, a few at a time. The connection is in a transaction. */
export async function* rowsOf(client: pg.Client, query: string): AsyncGenerator<string> {
  await client.query(
    `DECLARE kept NO SCROLL CURSOR FOR
     SELECT row FROM (SELECT row_to_json(one)::text AS row FROM (${query}) AS one) AS rows ORDER BY row COLLATE "C"`,
  );
  try {
    for (;;) {
      const { rows } = await client.query<{ row: string }>(`FETCH ${FETCHED} FROM kept`);
      for (const { row } of rows) yield row;
      if (rows.length < FETCHED) return;
    }
  } finally {
    await client.query('CLOSE kept').catch(() => undefined); // the transaction may have failed already
  }
}

/** Compares two lists that are in the order of their bytes, without holding either. */
export async function differencesOf(first: AsyncIterable<string>, second: AsyncIterable<string>): Promise<Differences> {
  const missing = new Tally();
  const surplus = new Tally();
  let rows = 0;
  const [ours, theirs] = [first[Symbol.asyncIterator](), second[Symbol.asyncIterator]()];
  let [our, their] = [await ours.next(), await theirs.next()];
  while (our.done !== true || their.done !== true) {
    const order = our.done === true ? 1 : their.done === true ? -1 : compared(our.value, their.value);
    if (order < 0 && our.done !== true) missing.add(our.value);
    if (order > 0 && their.done !== true) surplus.add(their.value);
    if (order <= 0) {
      rows++;
      our = await ours.next();
    }
    if (order >= 0) their = await theirs.next();
  }
  return { rows, missing, surplus };
}

const compared = (one: string, other: string): number => Buffer.compare(Buffer.from(one), Buffer.from(other));

class Tally implements Some {
  count = 0;
  readonly first: string[] = [];

  add(row: string): void {
    if (this.count++ < SHOWN) this.first.push(row);
  }
}
