/** The four roles that a service has in its database. */
export const ROLES = ['migrator', 'runtime', 'relay', 'operator'] as const;
export type Role = (typeof ROLES)[number];

export type ServicePasswords = Readonly<Record<Role, string>>;

/** The names of a service's roles in PostgreSQL: `profit_sharing_runtime` for the runtime of profit-sharing. */
export function rolesOf(service: string): Readonly<Record<Role, string>> {
  const name = identifier(service);
  return {
    migrator: `${name}_migrator`,
    runtime: `${name}_runtime`,
    relay: `${name}_relay`,
    operator: `${name}_operator`,
  };
}

/** The name of a service's database: `ayni_profit_sharing` for profit-sharing. */
export const databaseOf = (service: string): string => `ayni_${identifier(service)}`;

function identifier(service: string): string {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(service) || service.length > 40) {
    throw new Error(`"${service}" is no name of a service.`);
  }
  return service.replaceAll('-', '_');
}
