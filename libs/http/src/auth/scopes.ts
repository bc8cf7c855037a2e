import { FACTS } from '@ayni/contracts';

/**
 * What a key may write: kinds of records, as the first part of their routes names them. Who may do what, seasons and
 * their shares are decided by people.
 */
const WRITTEN = [
  ...['households', 'structures', 'products', 'units', 'markets', 'attachments'],
  // what production adds up of its care has no route
  ...Object.values(FACTS).flatMap(({ called }) => (called === 'care-totals' ? [] : called)),
];
/** What a key may read: each kind by itself, since what sums records up may name persons where they do not. */
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
    'prices',
    'rule-sets',
    'own-rule-sets',
    'funds',
    'runs',
    'ledger',
    'accounts',
    'debts',
    'grant-budgets',
    'certificate-register',
    'certificate-types',
  ],
  'events',
];

export const SCOPES = [...READ.map((kind) => `${kind}:read`), ...WRITTEN.map((kind) => `${kind}:write`)];

/** How far a command has come is told to whoever may ask anything. */
const OPEN_KINDS = new Set(['commands']);

/** The scope that a route declares by its first part; null where any will do. @param route such as `sales/:receipt/reversal` */
export function scopeOf(method: string, route: string): string | null {
  const [first = '', second = ''] = route.split('/').filter((part) => part !== '');
  const kind = first === 'totals' ? second : first;
  if (OPEN_KINDS.has(kind)) return null;
  return `${kind}:${method === 'GET' || method === 'HEAD' ? 'read' : 'write'}`;
}
