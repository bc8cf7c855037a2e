import type { ServiceName } from '@ayni/contracts';
import type { SystemBooks } from '@ayni/testing-systems/system-books';

/** What a refusal may leave behind: who tried to sign in with what, and how often. */
const COUNTED_REFUSALS: ReadonlySet<string> = new Set(['sign_in_tries', 'refused_sign_ins']);

/** How many rows a service has, by table; asked before and after a request that was refused. */
export class Stored {
  private readonly statements = new Map<ServiceName, string>();
  private readonly known = new Map<ServiceName, string>();

  constructor(private readonly books: SystemBooks) {}

  /** Something was stored, or may be yet: what is known holds no longer. */
  forget(): void {
    this.known.clear();
  }

  /** What a service has, as far as it is known without asking again. */
  async last(service: ServiceName): Promise<string> {
    return this.known.get(service) ?? this.now(service);
  }

  /** Waits until all has been done that earlier requests are followed by. */
  quiet(): Promise<void> {
    return this.books.quiet();
  }

  async now(service: ServiceName): Promise<string> {
    const [row] = await this.books.rows<{ counts: string }>(service, await this.statementOf(service));
    const counts = row?.counts ?? '';
    this.known.set(service, counts);
    return counts;
  }

  private async statementOf(service: ServiceName): Promise<string> {
    const made = this.statements.get(service);
    if (made !== undefined) return made;
    const tables = (await this.books.tables(service)).filter(({ table }) => !COUNTED_REFUSALS.has(table));
    const counts = tables.map(({ table }) => `'${table}=' || (SELECT count(*) FROM "${table}")`);
    const statement = `SELECT concat_ws(' ', ${counts.join(', ')}) AS counts`;
    this.statements.set(service, statement);
    return statement;
  }
}
