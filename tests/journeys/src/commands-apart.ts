import type { Good } from './commands/good.js';
import { NO_RUN } from './commands/profit-sharing.js';
import { passwordOf } from './people.js';
import { ASSEMBLY, OPEN } from './small-coop.js';

/** A set-up with a code that is not the one. */
export const SETUP_BODY = {
  setupCode: 'AAAAAAAAAAAAAAAA',
  coop: { code: 'new', name: 'New', currency: 'BOB', timezone: 'America/La_Paz' },
  user: { name: 'first', password: 'a long password' },
};

/**
 * Commands that a filled co-op refuses, or that change nothing which a later one needs: of routes whose good commands
 * end a session, or need what only their own tests make.
 */
export function commandsApart(coop: string): Good[] {
  const command = (path: string, body: object, more: Partial<Good> = {}): Good => ({
    ...{ route: `POST /api/${path}`, method: 'POST', path: `/api/${path}`, body, other: body },
    ...more,
  });
  const members = (path: string, body: object, more: Partial<Good> = {}): Good =>
    command(`members/v1/${path}`, body, more);
  /** What takes no body, about something that is named in its path. */
  const about = (path: string, placeholder: string, name: string): Good =>
    members(path.replace(placeholder, name), {}, { route: `POST /api/members/v1/${path}` });
  /** What an assembly that was closed takes no more. */
  const assembly = (path: string, body: object): Good =>
    members(`assemblies/${ASSEMBLY}/${path}`.replace('{item}', '1').replace('{member}', '001'), body, {
      route: `POST /api/members/v1/assemblies/{code}/${path}`,
    });
  const late = (path: string, kind: string, row: object): Good[] => {
    const handedIn = { kind, row, keptAt: '2025-03-10T10:00:00-04:00', refusal: 'season-closed' };
    const settling = (what: string, body: object): Good => ({
      ...command(`${path}/late-records/${NO_RUN}/${what}`, body),
      route: `POST /api/${path}/late-records/{id}/${what}`,
    });
    return [
      command(`${path}/late-records`, handedIn),
      settling('posting', { date: 'today' }),
      settling('giving-up', { reason: 'nobody knows of it' }),
    ];
  };
  const produce = { product: 'ONION', quantity: '1', unit: 'kg' };
  const at = '2025-03-10T09:30:00-04:00';
  const page = { keyless: true, headers: { 'x-ayni': '1' } };
  return [
    members('setup', SETUP_BODY, { keyless: true }),
    members('password', { current: 'not the present one', password: 'another that is long' }),
    members('sessions/ending', {}),
    members('sessions/browser', { coop, user: 'first', password: passwordOf(coop), device: 'Teléfono' }, page),
    members('sessions/browser/renewal', {}, page),
    members('sessions/browser/ending', {}, page),
    members('sessions/program', { key: `ayni_00000000_${'a'.repeat(43)}` }, { keyless: true }),
    members('api-keys', { name: 'kiosk', roles: ['manager'], scopes: ['sales:write'], expiresOn: '2026-12-31' }),
    about('api-keys/{name}/ending', '{name}', 'kiosk'),
    about('waiting-changes/{user}/confirmation', '{user}', 'nobody'),
    about('waiting-changes/{user}/rejection', '{user}', 'nobody'),
    about('devices/{id}/ending', '{id}', '0198a000-0000-7000-8000-000000000000'),
    about('user-devices/{id}/ending', '{id}', '0198a000-0000-7000-8000-000000000000'),
    assembly('cancellation', { reason: 'rain' }),
    assembly('attendance', { rows: [{ member: '001', present: true }] }),
    assembly('opening', { openedAt: `${ASSEMBLY}T09:40:00-04:00` }),
    assembly('closing', {}),
    assembly('items/{item}/ballot', { ballot: 'open', covers: [{ kind: 'rules', season: OPEN }] }),
    assembly('items/{item}/own-vote', { choice: 'for' }),
    assembly('items/{item}/own-vote/withdrawal', {}),
    assembly('items/{item}/votes', { rows: [{ member: '001', choice: 'for' }] }),
    assembly('items/{item}/votes/{member}/withdrawal', { reason: 'misheard' }),
    assembly('items/{item}/counts', { votesFor: 1, votesAgainst: 1, abstentions: 0 }),
    assembly('items/{item}/result', {}),
    // JSON is no file
    command('production/v1/attachments', { no: 'photo' }),
    command('inventory/v1/attachments', { no: 'photo' }),
    command('profit-sharing/v1/attachments', { no: 'photo' }),
    // nothing is compared
    ...['scenarios', 'shown-scenarios'].map((what) => ({
      ...command('', { shipped: ['nowhere'] }),
      route: `POST /api/profit-sharing/v1/seasons/{code}/${what}`,
      path: `/api/profit-sharing/v1/seasons/${OPEN}/${what}`,
    })),
    // it is open
    {
      ...command('', { season: OPEN, reason: 'a sheet of work was forgotten', resolution: '7' }),
      route: 'POST /api/profit-sharing/v1/seasons/{code}/reopening',
      path: `/api/profit-sharing/v1/seasons/${OPEN}/reopening`,
    },
    // no run was approved
    ...[
      { what: 'proposal', body: { reason: 'a sheet of work was forgotten' } },
      { what: 'approval', body: { resolution: '7' } },
      { what: 'rejection', body: {} },
    ].map(({ what, body }) => ({
      ...command(`profit-sharing/v1/runs/${NO_RUN}/reversal/${what}`, body),
      route: `POST /api/profit-sharing/v1/runs/{id}/reversal/${what}`,
    })),
    // nothing is asked
    {
      ...command('', {}),
      route: 'POST /api/profit-sharing/v1/seasons/{code}/change/cancellation',
      path: `/api/profit-sharing/v1/seasons/${OPEN}/change/cancellation`,
    },
    ...late('production/v1', 'harvest', { ...produce, code: 'late-1', harvestedAt: at, structure: 'G1' }),
    ...late('inventory/v1', 'loss', { ...produce, code: 'late-1', lostAt: at, reason: 'frost' }),
    ...late('sales/v1', 'sale', {
      ...{ receipt: 'late-1', soldAt: at, market: 'Villa Dolores', payment: 'cash' },
      lines: [{ ...produce, unitPrice: '12.50' }],
    }),
    // refused for the facts that the season has
    {
      ...command('', { season: OPEN, reason: 'opened twice' }),
      route: 'POST /api/profit-sharing/v1/seasons/{code}/withdrawal',
      path: `/api/profit-sharing/v1/seasons/${OPEN}/withdrawal`,
    },
  ];
}
