import { join } from 'node:path';
import { Client } from '@ayni/api-client/client';
import type { SystemProcess } from '@ayni/testing-systems/system-process';
import { runProgram, WORKSPACE } from '@ayni/testing/run-program';
import { openExample, type Example } from './example.js';
import { nameUser, PASSWORD } from './people.js';

/** A co-op in which nothing was registered yet, beside the example's. */
export const EMPTY_COOP = 'vacia';

/** Where in the example's books stands what an address has in the place of a code. */
export type Sought = { readonly example: Example; readonly codes: ReadonlyMap<string, string> };

const ASSEMBLY = '2025-07-04';

/** The example's season as it ends, with an assembly, and a user for each role. */
export async function openFullExample(system: SystemProcess): Promise<Sought> {
  const example = await openExample(system);
  const { client, season, run } = example;
  const rules = { ...Object((await client.get('/api/members/v1/assembly-rules/current')).value), noticeDays: 5 };
  await client.post('/api/members/v1/assembly-rules', rules);
  await client.post('/api/members/v1/assemblies', {
    ...{ startsAt: `${ASSEMBLY}T09:00:00-04:00`, place: 'Sede de Chacoma', calledOn: '2025-06-20' },
    agenda: [{ kind: 'ordinary', subject: 'Reparto de la gestión' }],
  });
  await nameUser(client, { name: 'sabina', roles: ['seller'] });
  const officers = { tesora: 'treasurer', presi: 'president', irene: 'manager' };
  for (const [name, role] of Object.entries(officers)) await nameOfficer(client, { name, role });
  await planPayout(client, run);
  const first = async (path: string, name: string): Promise<string> => {
    const [row] = (await client.get(`${path}?limit=1`)).field('items').list;
    if (row === undefined) throw new Error(`the example has nothing at ${path}`);
    return row.field(name).text;
  };
  await client.post('/api/profit-sharing/v1/own-rule-sets', { rows: [{ code: 'propias', name: 'Reglas propias' }] });
  const codes = new Map([
    ['/reglas/', 'propias'],
    ['/asambleas/', ASSEMBLY],
    ['/familias/socias/', '001'],
    ['/anticipos/certificados/', 'transferidos'],
    ['/cuentas/', 'socias'],
    ['/cuentas/:of/', '001'],
    ['/familias/', 'F01'],
    ['/productos/', await first('/api/inventory/v1/products', 'code')],
    ['/ventas/', await first('/api/sales/v1/sales', 'receipt')],
    ['/almacen/lotes/', await first('/api/inventory/v1/lots', 'code')],
    ['/gestion/', season],
    ['/reparto/', run],
  ]);
  return { example, codes };
}

/** Plans a round of paying in which some are paid by the bank, one of them without an account, and has another confirm it. */
async function planPayout(client: Client, run: string): Promise<void> {
  await client.post('/api/profit-sharing/v1/payees', {
    rows: [
      { code: 'F03', pays: 'transfer', payee: 'Justina Apaza Ticona', account: '1000-2034' },
      { code: 'F05', pays: 'transfer', payee: 'Rosa Tarqui Choque', account: '1000-5120' },
      { code: 'F08', pays: 'transfer', payee: 'Elena Mamani Calle' },
    ],
  });
  await client.post(`/api/profit-sharing/v1/runs/${run}/payouts`, {
    ...{ code: 'PAGO-1', rule: 'same-part', cash: '60000.00', bank: '9000.00', counted: true },
  });
  await client.as('berta', PASSWORD).post('/api/profit-sharing/v1/payouts/PAGO-1/confirmation', {});
}

/** Names an officer, has another confirm her, and has her choose her password. */
async function nameOfficer(client: Client, { name, role }: { name: string; role: string }): Promise<void> {
  const password = `${PASSWORD} de ${name}`;
  await client.post('/api/members/v1/users', { rows: [{ name, roles: [role], password }] });
  await client.as('berta', PASSWORD).post(`/api/members/v1/waiting-changes/${name}/confirmation`, {});
  await client.takingUp(name, password, PASSWORD);
}

/** A screen's address in those books. @throws where it is not known what stands in the place of a code */
export function addressOf(path: string, { codes }: Sought): string {
  const parts = path.split('/');
  const named = parts.map((part, at) => {
    if (!part.startsWith(':')) return part;
    const before = `${parts.slice(0, at).join('/')}/`;
    const code = codes.get(before) ?? codes.get(`/${parts[at - 1]}/`);
    if (code === undefined) throw new Error(`what stands behind ${before} in the example? Add it to its codes`);
    return encodeURIComponent(code);
  });
  return named.join('/');
}

/** Makes the co-op that has nothing, with its first user, who may do everything. */
export async function openEmptyCoop(system: SystemProcess): Promise<Client> {
  const made = await runProgram(
    process.execPath,
    [
      join(WORKSPACE, 'apps/ops/dist/main.js'),
      ...['coop', 'create', '--data', system.folder, '--code', EMPTY_COOP, '--name', 'Sin nada', '--user', 'martina'],
    ],
    { input: `${PASSWORD}\n` },
  );
  if (made.status !== 0) throw new Error(made.errors);
  return new Client(system.url, { coop: EMPTY_COOP, user: 'martina', password: PASSWORD });
}
