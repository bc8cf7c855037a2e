import type { Method } from '../caller.js';

/** A command that a filled small co-op takes, once, in its turn. */
export type Good = {
  readonly route: string;
  readonly method: Exclude<Method, 'GET'>;
  readonly path: string;
  readonly body: object;
  /** Another body, which the route would take as well. */
  readonly other: object;
  /** Where the other one is sent, for a route that takes no body. */
  readonly otherPath?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Who sends it, where that is not `first`. */
  readonly by?: 'first' | 'second';
  /** Who writes nothing needs no Idempotency-Key. */
  readonly keyless?: boolean;
};

/** What commands need to know of the co-op that they are sent to. */
export type World = {
  readonly coop: string;
  readonly password: string;
  /** The run that was approved. */
  readonly run: string;
};

/** When the good commands say that it was. */
export const DAY = '2025-09-01';
export const AT = `${DAY}T10:00:00-04:00`;

/** What of the store they move, and what they work. */
export const produce = { product: 'ONION', quantity: '1.5', unit: 'kg' };
export const labour = { workedOn: DAY, member: '001', activity: 'weeding', minutes: 90 };

/** A command that adds something. */
export const post = (path: string, body: object, other: object, more: Partial<Good> = {}): Good => ({
  ...{ route: `POST ${path}`, method: 'POST', path, body, other },
  ...more,
});

/** A row that is loaded. */
export const load = (path: string, row: object, change: object): Good =>
  post(`/api/${path}`, { rows: [row] }, { rows: [{ ...row, ...change }] });

/** What takes the fact of a code back. */
export const reversal = (path: string, code: string, name = 'code'): Good => ({
  ...post(`/api/${path}/${code}/reversal`, { reason: 'entered twice' }, { reason: 'entered three times' }),
  route: `POST /api/${path}/{${name}}/reversal`,
});

/** Another version of what is registered. */
export const correction = (path: string, name: string, body: object, other: object, version = 1): Good => {
  const [, thing = '', code = ''] = /^([^/]+\/v1\/[^/]+)\/(.+)$/.exec(path) ?? [];
  return {
    ...post(`/api/${thing}/${code}`, body, other),
    ...{ method: 'PATCH', route: `PATCH /api/${thing}/${name}`, headers: { 'if-match': `"${version}"` } },
  };
};
