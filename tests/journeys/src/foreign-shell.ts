/** What the shell of somebody who works with other PostgreSQL servers has, any of which would keep ours from answering. */
export const OF_ANOTHER_SERVER = {
  ...{ PGSSLMODE: 'require', PGOPTIONS: '-c search_path=nowhere -c default_transaction_read_only=on' },
  ...{ PGHOST: 'database.invalid', PGPORT: '1', PGUSER: 'somebody', PGPASSWORD: 'wrong', PGDATABASE: 'any' },
  ...{ PGDATA: '/nowhere', PGAPPNAME: 'other', PGCLIENTENCODING: 'LATIN1', PGCONNECT_TIMEOUT: '1' },
  ...{ PGSSLNEGOTIATION: 'direct', PGPASSFILE: '/nowhere', PGTZ: 'Asia/Tokyo', PGDATESTYLE: 'German' },
  NODE_PG_FORCE_NATIVE: '1',
};
