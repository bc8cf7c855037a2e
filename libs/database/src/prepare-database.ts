import pg from './driver.js';

import { LOCK_SPACE, PREPARE_LOCK } from './locks.js';
import { databaseOf, ROLES, rolesOf, type Role, type ServicePasswords } from './roles.js';
import { scramMatches, scramVerifier } from './scram.js';

/**
 * Makes the database of a service and its four roles, or mends what is not as it should be; safe to call again and
 * from several processes at once. The migrator owns the database and bypasses the policies of its rows; the others
 * own nothing, and each role may connect to this database only.
 * @param adminUrl a superuser's address of the database `postgres` of the server
 * @param database its name, where it is not to be the service's usual one
 */
export async function prepareDatabase(
  adminUrl: string,
  service: string,
  passwords: ServicePasswords,
  database = databaseOf(service),
): Promise<void> {
  const roles = rolesOf(service);
  const admin = new pg.Client({ connectionString: adminUrl, application_name: 'ayni prepare' });
  await admin.connect();
  try {
    if (await isPrepared(admin, database, roles, passwords)) return;
    await admin.query('SELECT pg_advisory_lock($1, $2)', [LOCK_SPACE, PREPARE_LOCK]);
    const state = await look(admin, database, roles);
    const statements: string[] = [];
    for (const role of ROLES) statements.push(await roleStatement(role, roles[role], passwords[role], state));
    await admin.query(statements.join(';'));
    if (state.owner === null) await admin.query(await createStatement(admin, database, roles.migrator));
    await admin.query(databaseStatements(database, roles));
    await closePublicSchema(adminUrl, database);
  } finally {
    await admin.end();
  }
}

type State = {
  readonly roles: Readonly<
    Record<string, { readonly verifier: string | null; readonly fit: boolean; readonly bypass: boolean }>
  >;
  readonly owner: string | null;
  /** Who may connect; `public` stands for everybody. */
  readonly connect: readonly string[];
};

async function look(admin: pg.Client, database: string, roles: Readonly<Record<Role, string>>): Promise<State> {
  const { rows } = await admin.query<State>(
    `SELECT
       (SELECT coalesce(json_object_agg(rolname, json_build_object(
           'verifier', rolpassword,
           'fit', rolcanlogin AND NOT (rolsuper OR rolcreatedb OR rolcreaterole OR rolreplication),
           'bypass', rolbypassrls)), '{}')
         FROM pg_authid WHERE rolname = ANY ($2)) AS roles,
       (SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = $1) AS owner,
       (SELECT coalesce(json_agg(CASE grantee WHEN 0 THEN 'public' ELSE pg_get_userbyid(grantee) END), '[]')
         FROM pg_database, aclexplode(coalesce(datacl, acldefault('d', datdba)))
         WHERE datname = $1 AND privilege_type = 'CONNECT') AS connect`,
    [database, Object.values(roles)],
  );
  const [state] = rows;
  if (!state) throw new Error('The server gave no answer about its roles.');
  return state;
}

async function isPrepared(
  admin: pg.Client,
  database: string,
  roles: Readonly<Record<Role, string>>,
  passwords: ServicePasswords,
): Promise<boolean> {
  const state = await look(admin, database, roles);
  if (state.owner !== roles.migrator || state.connect.includes('public')) return false;
  const checks = ROLES.map(async (role) => {
    const found = state.roles[roles[role]];
    if (!found?.fit || found.bypass !== (role === 'migrator') || !state.connect.includes(roles[role])) return false;
    return scramMatches(passwords[role], found.verifier);
  });
  return (await Promise.all(checks)).every(Boolean);
}

async function roleStatement(role: Role, name: string, password: string, state: State): Promise<string> {
  const verb = state.roles[name] ? 'ALTER' : 'CREATE';
  const verifier = pg.escapeLiteral(await scramVerifier(password));
  const bypass = role === 'migrator' ? 'BYPASSRLS' : 'NOBYPASSRLS';
  return (
    `${verb} ROLE ${pg.escapeIdentifier(name)} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION ${bypass} ` +
    `PASSWORD ${verifier}`
  );
}

/** Text sorts by code point in every database, whatever the locale of the server. */
async function createStatement(admin: pg.Client, database: string, owner: string): Promise<string> {
  const { rows } = await admin.query<{ version: number }>(
    `SELECT current_setting('server_version_num')::int AS version`,
  );
  const locale =
    (rows[0]?.version ?? 0) >= 170_000
      ? `LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8' LC_COLLATE 'C' LC_CTYPE 'C'`
      : `LC_COLLATE 'C' LC_CTYPE 'C.UTF-8'`;
  return (
    `CREATE DATABASE ${pg.escapeIdentifier(database)} OWNER ${pg.escapeIdentifier(owner)} ` +
    `TEMPLATE template0 ENCODING 'UTF8' ${locale}`
  );
}

function databaseStatements(database: string, roles: Readonly<Record<Role, string>>): string {
  const name = pg.escapeIdentifier(database);
  const all = ROLES.map((role) => pg.escapeIdentifier(roles[role])).join(', ');
  return [
    `ALTER DATABASE ${name} OWNER TO ${pg.escapeIdentifier(roles.migrator)}`,
    `REVOKE ALL ON DATABASE ${name} FROM PUBLIC`,
    `GRANT CONNECT ON DATABASE ${name} TO ${all}`,
  ].join(';');
}

/** The owner of the database may create tables in it, and nobody else. */
async function closePublicSchema(adminUrl: string, database: string): Promise<void> {
  const address = new URL(adminUrl);
  address.pathname = `/${encodeURIComponent(database)}`;
  const admin = new pg.Client({ connectionString: address.href, application_name: 'ayni prepare' });
  await admin.connect();
  try {
    await admin.query('ALTER SCHEMA public OWNER TO pg_database_owner; REVOKE CREATE ON SCHEMA public FROM PUBLIC');
  } finally {
    await admin.end();
  }
}
