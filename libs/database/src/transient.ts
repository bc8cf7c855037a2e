const TRANSIENT_CODES = new Set([
  '25P03', // idle in transaction for too long: our process stood still, or its machine slept
  '40001', // serialization failure
  '40P01', // deadlock
  '55P03', // lock not available
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
]);
const TRANSIENT_CLASSES = ['08', '53', '57'];

/** Whether the same work may well succeed when it is tried again: the database was away, full or busy. */
export function isTransient(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code: unknown = Reflect.get(error, 'code');
  if (typeof code === 'string')
    return TRANSIENT_CODES.has(code) || (code.length === 5 && TRANSIENT_CLASSES.includes(code.slice(0, 2)));
  return /Connection terminated|timeout exceeded when trying to connect|not queryable|Client was closed/.test(
    error.message,
  );
}
