import type { IncomingMessage, ServerResponse } from 'node:http';
import { refuse, reply, shown } from '@ayni/http/door/door';
import { pathOf } from '@ayni/http/door/path-of';
import type { Authority } from './authority.js';
import { phoneProfile } from './phone-profile.js';
import { TRUST_PAGE_POLICY, trustPage } from './trust-page.js';

/** Answers phones that do not trust the laptop yet: a page, and the authority's certificate in two forms; nothing else. */
export class TrustDesk {
  constructor(
    private readonly authority: Authority,
    private readonly securePort: () => number,
  ) {}

  answer(request: IncomingMessage, response: ServerResponse): void {
    const path = pathOf(request);
    response.setHeader('Content-Security-Policy', TRUST_PAGE_POLICY);
    response.setHeader('Referrer-Policy', 'no-referrer');
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (isRead && path === '/')
      reply(response, 200, 'text/html; charset=utf-8', trustPage(this.secureUrl(request), this.authority.fingerprint));
    else if (isRead && path === '/ayni.crt') {
      response.setHeader('Content-Disposition', 'attachment; filename="ayni.crt"');
      reply(response, 200, 'application/x-x509-ca-cert', this.authority.der);
    } else if (isRead && path === '/ayni.mobileconfig')
      reply(response, 200, 'application/x-apple-aspen-config', phoneProfile(this.authority.der));
    else refuse(request, response, 404, 'not-found', { what: shown(path), code: '' });
  }

  /** Under the name by which the page was asked for, which the door has checked. */
  private secureUrl({ headers: { host = '' } }: IncomingMessage): string {
    return new URL(`https://${host.replace(/:\d+$/, '')}:${this.securePort()}`).href;
  }
}
