/** The code of an error of Node, of the system or of PostgreSQL ("ENOENT", "57P03"); empty where it has none. */
export function errorCode(error: unknown): string {
  // not instanceof: under Jest the errors of Node are of another realm
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}
