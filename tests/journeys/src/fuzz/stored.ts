import type { ServiceName } from '@ayni/contracts';
import type { SystemBooks } from '@ayni/testing-systems/system-books';

/** What a refusal may leave behind: who tried to sign in with what, and how often. */
const COUNTED_REFUSALS: ReadonlySet<string> = new Set(['sign_in_tries', 'refused_sign_ins']);

/** What the tables of a service hold, by table. */
type Contents = ReadonlyMap<string, string>;

/** Whether a request that was refused changed anything in the database of its service, compared row for row. */
export class Stored {
  private readonly statements = new Map<ServiceName, string>();
  private readonly known = new Map<ServiceName, Contents>();
  private written = '';

  constructor(private readonly books: SystemBooks) {}

  /** Something was stored, or may be yet: what is known holds no longer. */
  forget(): void {
    this.known.clear();
  }

  /** Notes what a service holds before it is asked, once all has been done that earlier requests are followed by. */
  async note(service: ServiceName): Promise<void> {
    if (this.known.size === 0) await this.books.quiet();
    if (!this.known.has(service)) this.known.set(service, await this.contents(service));
    this.written = await this.writtenUpTo(service);
  }

  /** The tables of a service that hold something else than what was noted; nothing where all is as it was. */
  async changed(service: ServiceName): Promise<string | undefined> {
    if ((await this.writtenUpTo(service)) === this.written) return undefined;
    const [before, now] = [this.known.get(service), await this.contents(service)];
    this.known.set(service, now);
    const changed = [...now].filter(([table, contents]) => before?.get(table) !== contents).map(([table]) => table);
    return changed.length === 0 ? undefined : changed.join(', ');
  }

  /** A number that grows with each transaction that writes: while it stands, nothing was stored. */
  private async writtenUpTo(service: ServiceName): Promise<string> {
    const [row] = await this.books.rows<{ written: string }>(
      service,
      'SELECT pg_snapshot_xmax(pg_current_snapshot())::text AS written',
    );
    return row?.written ?? '';
  }

  private async contents(service: ServiceName): Promise<Contents> {
    const rows = await this.books.rows<{ table: string; contents: string }>(service, await this.statementOf(service));
    return new Map(rows.map(({ table, contents }) => [table, contents]));
  }

  private async statementOf(service: ServiceName): Promise<string> {
    const made = this.statements.get(service);
    if (made !== undefined) return made;
    const tables = (await this.books.tables(service)).filter(({ table }) => !COUNTED_REFUSALS.has(table));
    const statement = tables
      .map(
        ({ table }) =>
          `SELECT '${table}' AS table, md5(COALESCE(string_agg(t::text, E'\\n' ORDER BY t::text), '')) AS contents FROM "${table}" t`,
      )
      .join(' UNION ALL ');
    this.statements.set(service, statement);
    return statement;
  }
}
