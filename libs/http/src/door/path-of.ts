import type { IncomingMessage } from 'node:http';

/** The path that a request asks for, as it came; a proxy may ask with the whole address. */
export function pathOf({ url = '/' }: IncomingMessage): string {
  if (url.startsWith('/')) return /^[^?#]*/.exec(url)?.[0] ?? '/';
  return URL.canParse(url) ? new URL(url).pathname : url;
}
