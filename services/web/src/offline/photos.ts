import { newKey } from '../api/new-key.js';
import { Problem } from '../api/problem.js';
import type { Owner } from '../api/session.js';
import type { Answered } from './answered.js';
import type { KeptPhoto, PhotoRoute } from './kept-photo.js';
import { postAs } from './post-as.js';
import { tellQueueChanged } from './queue-news.js';
import { store } from './store.js';
import { keptWho } from './who.js';

/** What is on its way: nobody sends the same twice at a time. */
const leaving = new Map<string, Promise<Answered>>();
/** What was refused since the pages were opened: it is not tried again by itself. */
const refused = new Set<string>();

/**
 * Keeps a photo on this device until it is in the books. When this returns, it is on its disk.
 * @throws where nobody is signed in, the line is not secure, or the browser keeps nothing
 */
export async function keepPhoto(route: PhotoRoute, photo: Blob): Promise<KeptPhoto> {
  const who = await keptWho();
  if (who === undefined) throw new Error('nobody is signed in here');
  const hash = hexOf(await crypto.subtle.digest('SHA-256', await photo.arrayBuffer()));
  const owner = { coop: who.coop.code, user: who.user };
  const before = (await photosOf(owner)).find((one) => one.hash === hash && one.route === route);
  if (before !== undefined) return before;
  const kept: KeptPhoto = { key: newKey(), hash, route, photo, ...owner };
  const transaction = (await store()).transaction('photos', 'readwrite', { durability: 'strict' });
  await transaction.store.add(kept);
  await transaction.done;
  tellQueueChanged();
  return kept;
}

/** A photo of hers that still waits on this device; undefined where none of this hash does. */
export async function keptPhoto(hash: string): Promise<KeptPhoto | undefined> {
  return (await ownPhotos().catch(() => [])).find((one) => one.hash === hash);
}

/** How many photos wait on this device, whoever kept them. */
export const photoCount = async (): Promise<number> => (await store()).count('photos');

/** Takes a photo from this device that nothing names any more. */
export async function dropPhoto(hash: string): Promise<void> {
  const database = await store();
  for (const { key } of (await ownPhotos()).filter((one) => one.hash === hash)) await database.delete('photos', key);
  tellQueueChanged();
}

/** Sends a photo; once it is in the books this device has it no more. */
export function sendPhoto(kept: KeptPhoto): Promise<Answered> {
  const sending = leaving.get(kept.key) ?? post(kept).finally(() => leaving.delete(kept.key));
  leaving.set(kept.key, sending);
  return sending;
}

/** Sends her photos, as long as somebody answers. @returns how many are still to be sent */
export async function sendPhotos(): Promise<number> {
  const waiting = (await ownPhotos()).filter(({ key }) => !refused.has(key));
  for (const [index, photo] of waiting.entries()) {
    const { state } = await sendPhoto(photo);
    if (state !== 'sent' && state !== 'refused') return waiting.length - index;
  }
  return 0;
}

/** Sends what waits of the photos that a command names: it is refused where they are not there before it. */
export async function sendPhotosIn(owner: Owner, sent: unknown): Promise<Answered> {
  const waiting = await photosOf(owner).catch(() => []);
  const text = waiting.length === 0 ? '' : JSON.stringify(sent);
  for (const photo of waiting.filter(({ hash }) => text.includes(hash))) {
    const answered = await sendPhoto(photo);
    if (answered.state !== 'sent') return answered;
  }
  return { state: 'sent' };
}

/** The same, of what is sent at once by who is signed in. @throws Problem where a photo could not be sent */
export async function haveSentPhotosIn(sent: unknown): Promise<void> {
  const who = await keptWho().catch(() => undefined);
  if (who === undefined) return;
  const answered = await sendPhotosIn({ coop: who.coop.code, user: who.user }, sent);
  if (answered.state !== 'sent') throw problemOf(answered);
}

/** Why a photo was not sent. */
export function problemOf(answered: Answered): Problem {
  if (answered.state !== 'refused') return Problem.unreachable();
  const { status, code, detail, faults, requestId } = answered.refusal;
  return new Problem(status, code, detail, faults, requestId);
}

async function post({ key, route, photo, coop, user }: KeptPhoto): Promise<Answered> {
  const answered = await postAs({ coop, user }, route, { body: photo }, key);
  if (answered.state === 'refused') refused.add(key);
  if (answered.state !== 'sent') return answered;
  await (await store()).delete('photos', key);
  tellQueueChanged();
  return answered;
}

async function ownPhotos(): Promise<readonly KeptPhoto[]> {
  const who = await keptWho();
  return who === undefined ? [] : photosOf({ coop: who.coop.code, user: who.user });
}

const photosOf = async ({ coop, user }: Owner): Promise<readonly KeptPhoto[]> =>
  (await (await store()).getAll('photos')).filter((one) => one.coop === coop && one.user === user);

const hexOf = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
