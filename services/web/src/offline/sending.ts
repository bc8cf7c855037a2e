import { renewed } from '../api/session.js';
import type { Answered } from './answered.js';
import { handOver } from './late.js';
import type { KeptCommand } from './kept-command.js';
import { photoCount, sendPhotos, sendPhotosIn } from './photos.js';
import { postAs } from './post-as.js';
import { onQueueChanged } from './queue-news.js';
import { commandsIn, waitingCount } from './queue.js';
import { Sender, type OneTab } from './sender.js';

const FIRST_MS = 4_000;
const LAST_MS = 5 * 60_000;

const oneTab: OneTab = async (act) => {
  // without a secure line there are no locks; keys still let nothing be done twice
  if (!('locks' in navigator)) return act();
  await navigator.locks.request('ayni-send', { ifAvailable: true }, async (lock) => {
    if (lock !== null) await act();
  });
};

async function post(command: KeptCommand): Promise<Answered> {
  const { route, sent, key } = command;
  const photos = await sendPhotosIn(command, sent);
  if (photos.state !== 'sent') return photos;
  return command.late === undefined
    ? postAs(command, route, sent, key)
    : handOver(command, (to, row, rowKey) => postAs(command, to, row, rowKey));
}

const sender = new Sender(oneTab, post);
let delay = FIRST_MS;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Sends what waits, now; where something is left, again after a while that doubles, and is never the same for two phones. */
export async function sendNow(): Promise<void> {
  clearTimeout(timer);
  const before = await waitingCount();
  await sender.send().catch(() => undefined);
  const left = await waitingCount();
  const photosLeft = await sendPhotos().catch(() => 0);
  if (left + photosLeft === 0) {
    delay = FIRST_MS;
    // the office sees which phones still keep something
    if (before > 0) await renewed().catch(() => undefined);
    return;
  }
  if (left < before) delay = FIRST_MS;
  clearTimeout(timer);
  timer = setTimeout(() => void sendNow(), await waitOf());
  delay = Math.min(delay * 2, LAST_MS);
}

async function waitOf(): Promise<number> {
  const now = Date.now();
  const held = (await commandsIn('waiting')).flatMap(({ heldUntil }) =>
    heldUntil !== undefined && heldUntil > now ? [heldUntil - now] : [],
  );
  return Math.min(delay * (0.75 + Math.random() / 2), ...held);
}

/** Has what waits sent whenever there is a chance to: at the start, with a line, when somebody looks, when something is kept. */
export function startSending(): void {
  const soon = (): void => {
    delay = FIRST_MS;
    void sendNow().catch(() => undefined);
  };
  window.addEventListener('online', soon);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') soon();
  });
  let known = 0;
  onQueueChanged(() => {
    Promise.all([waitingCount(), photoCount()]).then(
      ([commands, photos]) => {
        const waiting = commands + photos;
        if (waiting > known) soon();
        known = waiting;
      },
      () => undefined,
    );
  });
  soon();
}
