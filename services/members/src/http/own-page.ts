import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { Refusal } from '@ayni/kernel';
import { refuseBody } from '@ayni/http/commands/command-request';
import type { Request, Response } from 'express';
import { parseCookie, UNUSED_DAYS_MAX, type DeviceCookie } from '../domain/device.js';

const PATH = '/api/members/v1/sessions/browser';
const MAX_AGE_MS = UNUSED_DAYS_MAX * 86_400_000;

/** A name with this prefix is never set or overwritten by whoever speaks without TLS. */
const nameFor = ({ secure }: Request): string => (secure ? '__Secure-ayni' : 'ayni');

const optionsFor = ({ secure }: Request) => ({ httpOnly: true, sameSite: 'strict', secure, path: PATH }) as const;

/**
 * Refuses what a page of somebody else has a browser send. No such page can add the header without asking first, which
 * is never allowed; browsers that say from where they are sent say it in two more.
 * @throws Refusal `not-our-page`
 */
export function refuseOtherPages({ headers }: Request): void {
  const site = headers['sec-fetch-site'];
  const isOurs = site === undefined || site === 'same-origin';
  if (headers['x-ayni'] !== '1' || !isOurs || !isSameOrigin(headers)) throw new Refusal('not-our-page');
}

function isSameOrigin({ origin, host }: Request['headers']): boolean {
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}

/** The cookie that a page shows, where it is one of ours. @throws Refusal `unknown-field` */
export const ShownCookie = createParamDecorator(
  (asked: { readonly bodiless: true } | undefined, context: ExecutionContext): DeviceCookie | undefined => {
    const request = context.switchToHttp().getRequest<Request>();
    if (asked?.bodiless) refuseBody(request.body);
    const name = `${nameFor(request)}=`;
    const shown = (request.headers.cookie ?? '').split(/;\s*/).find((pair) => pair.startsWith(name));
    return shown === undefined ? undefined : parseCookie(shown.slice(name.length));
  },
);

export function giveCookie(request: Request, response: Response, cookie: string): void {
  response.cookie(nameFor(request), cookie, { ...optionsFor(request), maxAge: MAX_AGE_MS });
}

export function takeCookie(request: Request, response: Response): void {
  response.clearCookie(nameFor(request), optionsFor(request));
}
