import type { Good } from '../commands.js';
import { OPEN, passwordOf } from '../small-coop.js';

/**
 * Commands of the routes that goodCommands leaves out, or that would end what is fuzzed: as they stand here they are
 * refused, or change nothing that a later one needs.
 */
export function harmless(coop: string): Good[] {
  const members = (path: string, body: object, more: Partial<Good> = {}): Good => ({
    ...{ route: `POST /api/members/v1/${path}`, method: 'POST', path: `/api/members/v1/${path}`, body, other: body },
    ...more,
  });
  const named = (path: string, name: string, placeholder: string): Good =>
    members(path.replace(placeholder, name), {}, { route: `POST /api/members/v1/${path}` });
  const page = { keyless: true, headers: { 'X-Ayni': '1' } };
  const signIn = { coop, user: 'first', password: passwordOf(coop), device: 'Teléfono' };
  return [
    members(
      'setup',
      {
        setupCode: 'AAAAAAAAAAAAAAAA',
        coop: { code: 'new', name: 'New', currency: 'BOB', timezone: 'America/La_Paz' },
        user: { name: 'first', password: 'a long password' },
      },
      { keyless: true },
    ),
    members('password', { current: 'not the present one', password: 'another that is long' }),
    members('sessions/browser', signIn, page),
    members('sessions/browser/renewal', {}, page),
    members('sessions/browser/ending', {}, page),
    members('sessions/program', { key: `ayni_00000000_${'a'.repeat(43)}` }, { keyless: true }),
    members('api-keys', { name: 'kiosk', roles: ['manager'], scopes: ['sales:write'], expiresOn: '2026-12-31' }),
    named('api-keys/{name}/ending', 'kiosk', '{name}'),
    named('waiting-changes/{user}/confirmation', 'nobody', '{user}'),
    named('waiting-changes/{user}/rejection', 'nobody', '{user}'),
    named('devices/{id}/ending', '0198a000-0000-7000-8000-000000000000', '{id}'),
    members('sessions/ending', {}),
    {
      ...members('x', { season: `${OPEN}-not`, reason: 'known' }),
      route: 'POST /api/profit-sharing/v1/seasons/{code}/closing',
      path: `/api/profit-sharing/v1/seasons/${OPEN}/closing`,
    },
  ];
}
