import { Listeners } from '../api/listeners.js';

const listeners = new Listeners();
/** To and from the other tabs of this browser, as soon as somebody here listens. */
let tabs: BroadcastChannel | undefined;

/** Calls when what is kept has changed, here or in another tab. @returns what ends it */
export function onQueueChanged(act: () => void): () => void {
  if (tabs === undefined && 'BroadcastChannel' in globalThis) {
    tabs = new BroadcastChannel('ayni-queue');
    tabs.addEventListener('message', () => listeners.tell());
  }
  return listeners.add(act);
}

export function tellQueueChanged(): void {
  listeners.tell();
  tabs?.postMessage('changed');
}
