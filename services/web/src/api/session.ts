import { fieldOf, jsonOf } from '@ayni/kernel';
import { waitingCount } from '../offline/queue.js';
import { forgetWho, keptWho, keepWho } from '../offline/who.js';
import { askAsStranger } from './ask-as-stranger.js';
import { newKey } from './new-key.js';
import { Problem } from './problem.js';
import { ROLES, type Who } from './who.js';

/** What signing in came to: she is in, or has first to choose a password in the place of the one that she was given. */
export type SignedIn = { readonly who: Who } | { readonly choosing: true };

/** Somebody of a co-op. */
export type Owner = { readonly user: string; readonly coop: string };

type Token = { readonly text: string; readonly endsAt: number; readonly owner: Owner };

const RENEW_BEFORE_MS = 30_000;
/** Only in memory: no script that runs later finds it. */
let token: Token | undefined;
let renewing: Promise<string | undefined> | undefined;
let onEnd: () => void = () => undefined;

/** What is to be done when the session turns out to have ended. */
export const whenSessionEnds = (act: () => void): void => {
  onEnd = act;
};

/** A token that is good now, renewed where it is about to end; undefined where nobody is signed in. */
export async function bearer(): Promise<string | undefined> {
  if (token !== undefined && Date.now() < token.endsAt - RENEW_BEFORE_MS) return token.text;
  return (await keptWho()) === undefined ? undefined : renewed();
}

/** The same, where it is a certain user's: in another tab somebody else may have signed in since. */
export async function bearerOf({ user, coop }: Owner): Promise<string | undefined> {
  const isHers = (): boolean => token?.owner.user === user && token.owner.coop === coop;
  const text = await bearer();
  if (text === undefined || isHers()) return text;
  await renewed();
  return isHers() ? token?.text : undefined;
}

/** Which device the session of this browser is of; undefined where nobody is signed in. */
export async function deviceHere(): Promise<string | undefined> {
  const text = await bearer();
  const sid = text === undefined ? undefined : fieldOf(payloadOf(text), 'sid');
  return typeof sid === 'string' ? sid : undefined;
}

/** A new token for the cookie of this browser; undefined where the session has ended. @throws Problem where there is no line */
export function renewed(): Promise<string | undefined> {
  renewing ??= renew().finally(() => (renewing = undefined));
  return renewing;
}

/** @throws Problem */
export async function signIn(request: { coop: string; user: string; password: string }): Promise<SignedIn> {
  const session = await askAsStranger('POST /api/members/v1/sessions/browser', { body: request });
  if (session.choosing) return { choosing: true };
  return { who: await takeUp(session, request.coop) };
}

/** Chooses a password in the place of the one that was given, and signs in with it. @throws Problem */
export async function choosePassword(
  request: { coop: string; user: string; password: string },
  chosen: string,
): Promise<SignedIn> {
  const { token: limited } = await askAsStranger('POST /api/members/v1/sessions', { body: request });
  const response = await fetch('/api/members/v1/password', {
    method: 'POST',
    headers: { Authorization: `Bearer ${limited}`, 'Content-Type': 'application/json', 'Idempotency-Key': newKey() },
    body: JSON.stringify({ current: request.password, password: chosen }),
  });
  if (!response.ok) throw Problem.of(response.status, jsonOf(await response.text()));
  return signIn({ ...request, password: chosen });
}

/** Ends the session of this browser, here and at the system where there is a line. */
export async function signOut(): Promise<void> {
  token = undefined;
  await forgetWho();
  await askAsStranger('POST /api/members/v1/sessions/browser/ending', {}).catch(() => undefined);
}

async function renew(): Promise<string | undefined> {
  const attempt = async (): Promise<string | undefined> => {
    try {
      const session = await askAsStranger('POST /api/members/v1/sessions/browser/renewal', {
        body: { waiting: await waitingCount().catch(() => null) },
      });
      token = tokenOf(session, (await keptWho())?.coop.code ?? '');
      await refreshRoles(session.token);
      return token.text;
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 401) throw error;
      token = undefined;
      onEnd();
      return undefined;
    }
  };
  // where two tabs renewed at once, each would show what the other had just used up
  return 'locks' in navigator ? navigator.locks.request('ayni-renewal', attempt) : attempt();
}

async function takeUp(session: { token: string; expiresAt: string }, code: string): Promise<Who> {
  token = tokenOf(session, code);
  const response = await fetch('/api/members/v1/coop', { headers: { Authorization: `Bearer ${session.token}` } });
  const answered = jsonOf(await response.text());
  if (!response.ok) throw Problem.of(response.status, answered);
  const text = (name: string): string => String(fieldOf(answered, name));
  const coop = { code, name: text('name'), currency: text('currency'), timezone: text('timezone') };
  const who: Who = { ...claimsOf(session.token), coop: { ...coop, places: Number(fieldOf(answered, 'places')) } };
  await keepWho(who);
  return who;
}

/** What she may do may have changed since: the menu follows. */
async function refreshRoles(text: string): Promise<void> {
  const kept = await keptWho();
  if (kept !== undefined) await keepWho({ ...kept, ...claimsOf(text) });
}

const tokenOf = ({ token: text, expiresAt }: { token: string; expiresAt: string }, coop: string): Token => ({
  text,
  endsAt: Date.parse(expiresAt),
  owner: { user: claimsOf(text).user, coop },
});

function payloadOf(text: string): unknown {
  const [, payload = ''] = text.split('.');
  const bytes = Uint8Array.from(atob(payload.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0));
  return jsonOf(new TextDecoder().decode(bytes));
}

/** What a token says of its owner (RFC 7519). Nothing is decided by it: the system reads it itself at each request. */
function claimsOf(text: string): Pick<Who, 'user' | 'roles' | 'member'> {
  const claims = payloadOf(text);
  const member = fieldOf(claims, 'member');
  const roles = fieldOf(claims, 'roles');
  return {
    user: String(fieldOf(claims, 'sub')),
    roles: Array.isArray(roles) ? ROLES.filter((role) => roles.includes(role)) : [],
    member: typeof member === 'string' ? member : null,
  };
}
