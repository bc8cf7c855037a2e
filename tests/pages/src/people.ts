import { Client } from '@ayni/api-client/client';
import type { SystemProcess } from '@ayni/testing-systems/system-process';
import type { Device } from './browser.js';

export const COOP = 'chacoma';
export const PASSWORD = 'papas y habas del norte';

/** Opens the books of a co-op by the API. @returns its first user */
export const openBooks = (system: SystemProcess): Promise<Client> =>
  Client.setUp(
    system.url,
    system.setupCode,
    { code: COOP, name: 'Productoras de Chacoma', currency: 'BOB', timezone: 'America/La_Paz' },
    { name: 'martina', password: PASSWORD },
  );

/** Names a user and has her choose her password. */
export async function nameUser(
  first: Client,
  { name, roles, member }: { name: string; roles: readonly string[]; member?: string },
): Promise<void> {
  const given = `${PASSWORD} de ${name}`;
  await first.post('/api/members/v1/users', {
    rows: [{ name, roles, password: given, ...(member === undefined ? {} : { member }) }],
  });
  await first.takingUp(name, given, PASSWORD);
}

let entered: Promise<unknown> = Promise.resolve();

/**
 * Has a person sign in on a device, by the page of the door. One enters after the other: many at once from one machine are
 * taken for somebody who guesses.
 */
export function signIn(device: Device, user: string, coop = COOP): Promise<void> {
  const entering = entered.then(() => enter(device, user, coop));
  entered = entering.catch(() => undefined);
  return entering;
}

async function enter({ page }: Device, user: string, coop: string): Promise<void> {
  await page.goto('/');
  await page.getByLabel('Código de la asociación').fill(coop);
  await page.getByLabel('Usuario').fill(user);
  await page.getByLabel('Contraseña').fill(PASSWORD);
  await page.getByRole('button', { name: 'Entrar' }).click();
  await page.getByRole('navigation').waitFor();
}
