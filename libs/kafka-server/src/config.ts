import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where Java is to be had: at JAVA_HOME or on the PATH. */
export const JAVA = process.env['JAVA_HOME'] ? join(process.env['JAVA_HOME'], 'bin', 'java') : 'java';

/** What can be fetched again is kept here, outside the repository: AYNI_CACHE, or the cache folder of the user. */
export function cacheFolder(): string {
  const { AYNI_CACHE, XDG_CACHE_HOME } = process.env;
  if (AYNI_CACHE) return AYNI_CACHE;
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'ayni');
  return join(XDG_CACHE_HOME || join(homedir(), '.cache'), 'ayni');
}
