import pg from '@ayni/database/driver';

const CONNECT_MS = 10_000;

/** Opens a connection for an operator's command, does the work on it and closes it again. */
export async function connected<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'ayni ops',
    connectionTimeoutMillis: CONNECT_MS,
    options: '-c datestyle=ISO -c timezone=UTC',
  });
  client.on('error', () => undefined); // the statement under way tells
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}
