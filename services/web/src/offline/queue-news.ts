const changes = new EventTarget();
/** To and from the other tabs of this browser, as soon as somebody here listens. */
let tabs: BroadcastChannel | undefined;

/** Calls when what is kept has changed, here or in another tab. @returns what ends it */
export function onQueueChanged(act: () => void): () => void {
  if (tabs === undefined && 'BroadcastChannel' in globalThis) {
    tabs = new BroadcastChannel('ayni-queue');
    tabs.addEventListener('message', () => changes.dispatchEvent(new Event('changed')));
  }
  changes.addEventListener('changed', act);
  return () => changes.removeEventListener('changed', act);
}

export function tellQueueChanged(): void {
  changes.dispatchEvent(new Event('changed'));
  tabs?.postMessage('changed');
}
