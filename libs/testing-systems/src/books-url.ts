import { databaseOf, rolesOf, type Role } from '@ayni/database/roles';
import { findAddresses } from '@ayni/postgres-server/addresses';

export { removePostgres as removeBooks } from '@ayni/postgres-server/remove';

/** The address of a service's database in the books that a system keeps in `folder`, for one of its roles or the superuser. */
export async function booksUrl(folder: string, service: string, role: Role | 'superuser'): Promise<string> {
  const addresses = await findAddresses(folder);
  return addresses.url(databaseOf(service), role === 'superuser' ? 'postgres' : rolesOf(service)[role]);
}
