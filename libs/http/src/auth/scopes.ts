/** What a key may read and what it may write: kinds of records, as the first part of their routes names them. */
const READ = [
  ...['coop', 'households', 'members', 'resolutions'],
  ...['structures', 'harvests', 'work', 'care'],
  ...['products', 'units', 'deliveries', 'losses', 'gifts', 'stock', 'lots', 'shortages', 'movements'],
  ...['markets', 'sales'],
  ...['seasons', 'expenses', 'grants', 'advances', 'runs', 'ledger'],
  'events',
] as const;
/** Who may do what, seasons and their shares are decided by people. */
const WRITTEN = [
  ...['households', 'members', 'structures', 'harvests', 'work', 'care'],
  ...['products', 'units', 'deliveries', 'losses', 'gifts', 'markets', 'sales'],
  ...['expenses', 'grants', 'advances'],
] as const;

export const SCOPES = [...READ.map((kind) => `${kind}:read`), ...WRITTEN.map((kind) => `${kind}:write`)];

/** How far a command has come is told to whoever may ask anything. */
const OPEN_KINDS = new Set(['commands']);

/** The scope that a request needs; null where any will do. @param route such as `sales/:receipt/reversal` */
export function scopeOf(method: string, route: string): string | null {
  const [kind = ''] = route.split('/').filter((part) => part !== '');
  if (OPEN_KINDS.has(kind)) return null;
  return `${kind}:${method === 'GET' || method === 'HEAD' ? 'read' : 'write'}`;
}
