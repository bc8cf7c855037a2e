/** The four roles that a service has in its database. */
export const ROLES = ['migrator', 'runtime', 'relay', 'operator'] as const;
export type Role = (typeof ROLES)[number];

export type ServicePasswords = Readonly<Record<Role, string>>;

/** What holds of each role of a service. */
export const eachRole = <Held>(of: (role: Role) => Held): Readonly<Record<Role, Held>> => ({
  migrator: of('migrator'),
  runtime: of('runtime'),
  relay: of('relay'),
  operator: of('operator'),
});

/** The names of a service's roles in PostgreSQL: `profit_sharing_runtime` for the runtime of profit-sharing. */
export function rolesOf(service: string): Readonly<Record<Role, string>> {
  const name = identifier(service);
  return eachRole((role) => `${name}_${role}`);
}

/** The name of one of a service's roles. */
export const roleOf = (service: string, role: Role): string => rolesOf(service)[role];

/** The name of a service's database: `ayni_profit_sharing` for profit-sharing. */
export const databaseOf = (service: string): string => `ayni_${identifier(service)}`;

function identifier(service: string): string {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(service) || service.length > 40) {
    throw new Error(`"${service}" is no name of a service.`);
  }
  return service.replaceAll('-', '_');
}
