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

/** What shows records of another kind, summed or set out in another way, is read by whoever may read those. */
const READ_AS: Readonly<Record<string, string>> = {
  ...{ 'own-rule-sets': 'rule-sets', prices: 'sales', accounts: 'ledger', debts: 'ledger' },
  ...{ 'certificate-register': 'certificates', 'certificate-types': 'certificates' },
};

/** The scope that a request needs; null where any will do. @param route such as `sales/:receipt/reversal` */
export function scopeOf(method: string, route: string): string | null {
  const [first = '', second = ''] = route.split('/').filter((part) => part !== '');
  const kind = first === 'totals' ? second : first;
  if (OPEN_KINDS.has(kind)) return null;
  const reads = method === 'GET' || method === 'HEAD';
  return reads ? `${READ_AS[kind] ?? kind}:read` : `${kind}:write`;
}
