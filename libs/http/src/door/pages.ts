import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';
import { pathOf } from './path-of.js';

const FOLDER = fileURLToPath(new URL('../../../../services/web/dist', import.meta.url));
const A_YEAR = 'public, max-age=31536000, immutable';
const POLICY = [
  ...["default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data: blob:", "font-src 'self'"],
  ...["connect-src 'self'", "manifest-src 'self'", "worker-src 'self'", "media-src 'self' blob:", "form-action 'self'"],
  ...["base-uri 'none'", "frame-ancestors 'none'", 'trusted-types ayni', "require-trusted-types-for 'script'"],
].join('; ');
const HEADERS = {
  'Content-Security-Policy': POLICY,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'Permissions-Policy': 'camera=(self), geolocation=(), microphone=()',
} as const;
/** What is the API's, and what has a part without a name, are never pages. */
const APART = /^\/(?:api|docs|health|metrics|schemas)(?:\/|$)|\/\//;

/**
 * The pages for people, as they were built into a folder. Every address that is no file's is one of theirs: they are one
 * program, which finds the page itself.
 */
export class Pages {
  private readonly serve: ReturnType<typeof sirv>;

  private constructor(folder: string) {
    this.serve = sirv(folder, {
      ...{ brotli: true, gzip: true, etag: true, single: true, dotfiles: false },
      setHeaders(response, pathname) {
        for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
        // a file with a digest in its name never changes; all others are asked for each time
        response.setHeader('Cache-Control', pathname.startsWith('/assets/') ? A_YEAR : 'no-cache');
      },
    });
  }

  /** The pages as they were built; undefined where they were not: then there is the API alone. */
  static built(): Pages | undefined {
    return existsSync(join(FOLDER, 'index.html')) ? new Pages(FOLDER) : undefined;
  }

  /** Whether a request is for a page or a file of one. */
  isFor(request: IncomingMessage): boolean {
    return (request.method === 'GET' || request.method === 'HEAD') && !APART.test(pathOf(request));
  }

  /** @param otherwise what answers where a file is asked for that is not there: another version's, say */
  answer(request: IncomingMessage, response: ServerResponse, otherwise: () => void): void {
    this.serve(request, response, otherwise);
  }
}
