/** The code of an error of Node, of the system or of PostgreSQL ("ENOENT", "57P03"); empty where it has none. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
