import { FACTS } from '@ayni/contracts';

/**
 * What a key may write: kinds of records, as the first part of their routes names them. Who may do what, seasons and
 * their shares are decided by people.
 */
const WRITTEN = [
  ...['households', 'structures', 'products', 'units', 'markets', 'attachments'],
  ...Object.values(FACTS).map(({ called }) => called),
];
/** What a key may read. */
const READ = [
  ...WRITTEN,
  ...[
    'coop',
    'resolutions',
    'stock',
    'lots',
    'shortages',
    'movements',
    'seasons',
    'rule-sets',
    'funds',
    'runs',
    'ledger',
  ],
  'events',
];

export const SCOPES = [...READ.map((kind) => `${kind}:read`), ...WRITTEN.map((kind) => `${kind}:write`)];

/** How far a command has come is told to whoever may ask anything. */
const OPEN_KINDS = new Set(['commands']);

/** The scope that a request needs; null where any will do. @param route such as `sales/:receipt/reversal` */
export function scopeOf(method: string, route: string): string | null {
  const [kind = ''] = route.split('/').filter((part) => part !== '');
  if (OPEN_KINDS.has(kind)) return null;
  return `${kind}:${method === 'GET' || method === 'HEAD' ? 'read' : 'write'}`;
}
