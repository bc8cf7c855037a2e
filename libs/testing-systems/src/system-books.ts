import { SERVICES, type ServiceName } from '@ayni/contracts';
import pg from 'pg';
import { until } from '@ayni/testing/until';
import type { SystemProcess } from './system-process.js';

/** The books of a system: its five databases as their superuser sees them. */
export class SystemBooks {
  private constructor(
    private readonly system: SystemProcess,
    private readonly databases: ReadonlyMap<ServiceName, pg.Client>,
  ) {}

  static async open(system: SystemProcess): Promise<SystemBooks> {
    const databases = new Map<ServiceName, pg.Client>();
    for (const service of SERVICES) databases.set(service, await system.sql(service, 'superuser'));
    return new SystemBooks(system, databases);
  }

  async close(): Promise<void> {
    await Promise.all([...this.databases.values()].map((database) => database.end()));
  }

  /** Rows of one service's database. */
  async rows<Row extends pg.QueryResultRow>(service: ServiceName, sql: string): Promise<Row[]> {
    const database = this.databases.get(service);
    if (!database) throw new Error(`There is no database of ${service}`);
    return (await database.query<Row>(sql)).rows;
  }

  /** How many rows each table of the five databases has, and a hash of all that is in them. */
  async contents(): Promise<Record<string, string>> {
    const contents: Record<string, string> = {};
    for (const service of SERVICES)
      for (const { table } of await this.tables(service)) {
        const name = pg.escapeIdentifier(table);
        const [row] = await this.rows<{ contents: string }>(
          service,
          `SELECT count(*) || ' rows ' || md5(COALESCE(string_agg(t::text, E'\\n' ORDER BY t::text), '')) AS contents
           FROM ${name} t`,
        );
        contents[`${service}.${table}`] = row?.contents ?? '';
      }
    return contents;
  }

  /** The tables of a service, whether each belongs to co-ops, and how it is guarded. */
  tables(service: ServiceName): Promise<{ table: string; byCoop: boolean; guarded: boolean; forced: boolean }[]> {
    return this.rows(
      service,
      `SELECT c.relname AS table, c.relrowsecurity AS guarded, c.relforcerowsecurity AS forced,
         EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'coop_id') AS "byCoop"
       FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') ORDER BY 1`,
    );
  }

  /** How many events each service wrote. */
  async events(): Promise<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const service of SERVICES) {
      const [row] = await this.rows<{ events: number }>(service, 'SELECT count(*)::int AS events FROM outbox');
      counts[service] = row?.events ?? 0;
    }
    return counts;
  }

  /**
   * Waits until every event was handed on, every consumer has read every log that it reads to its end, and what that
   * left unfinished was told.
   */
  async quiet(): Promise<void> {
    await until(async (see) => {
      const before = await this.events();
      // asked in turn: one answer may have looked at a consumer first, and at the log only when that had grown
      for (const measure of ['ayni_outbox_waiting', 'ayni_consumer_lag', 'ayni_books_to_look_at'])
        if (see(await this.open(measure)).length > 0) return false;
      return JSON.stringify(await this.events()) === JSON.stringify(before);
    });
  }

  /** What of a measure of all services is not zero. */
  private async open(measure: string): Promise<string[]> {
    const metrics = await (await fetch(`${this.system.url}/metrics`)).text();
    for (const service of SERVICES)
      if (!new RegExp(`^${measure}\\{[^}]*service="${service}"`, 'm').test(metrics))
        throw new Error(`${service} does not say how far it is: ${metrics.slice(0, 400)}`);
    return metrics.match(new RegExp(`^${measure}\\{.* [1-9]\\d*$`, 'gm')) ?? [];
  }
}
