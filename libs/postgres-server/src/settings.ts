/**
 * The server's settings, as postgresql.conf has them: one laptop, one program, little memory. No parallel workers, no
 * replication and no I/O workers, since each process and its slots cost memory that a query of a co-op never needs.
 * Statistics of tables are taken within seconds: until then the planner thinks a table that was just filled empty, and reads
 * all of it where an index would do. Tables of a few rows that change with every sale are cleaned up after a thousand changes, not after
 * fifty: what reads a page of theirs cleans that up by itself. The log keeps starts, stops and crashes; failed statements stay out of it, since they
 * may hold personal data and the services log them themselves.
 */
export function settings(port: number, durable: boolean): string {
  const safety = durable ? 'on' : 'off';
  return `# Written by Ayni at each start. Your own settings: ALTER SYSTEM, which keeps them in postgresql.auto.conf.
listen_addresses = '127.0.0.1'
port = ${port}
unix_socket_directories = ''
password_encryption = 'scram-sha-256'
max_connections = 100

shared_buffers = 16MB
huge_pages = off
work_mem = 4MB
maintenance_work_mem = 32MB
jit = off
io_method = 'sync'
max_worker_processes = 0
max_parallel_workers = 0
max_parallel_workers_per_gather = 0
max_parallel_maintenance_workers = 0
max_logical_replication_workers = 0
autovacuum_max_workers = 1
autovacuum_worker_slots = 1
autovacuum_naptime = 5s
autovacuum_vacuum_threshold = 1000

wal_level = minimal
max_wal_senders = 0
max_replication_slots = 0
max_wal_size = 512MB

fsync = ${safety}
synchronous_commit = ${safety}
full_page_writes = ${safety}

timezone = 'UTC'
log_timezone = 'UTC'
lc_messages = 'C'
log_min_messages = log
log_checkpoints = off
`;
}

/** Who may connect, as pg_hba.conf has it: with a password only, and no service's role to the databases of the server. */
export const ACCESS = `# Written by Ayni at each start.
# TYPE  DATABASE            USER      ADDRESS        METHOD
host    postgres,template1  postgres  127.0.0.1/32   scram-sha-256
host    postgres,template1  all       127.0.0.1/32   reject
host    all                 all       127.0.0.1/32   scram-sha-256
`;
