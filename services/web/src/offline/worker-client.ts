import { Listeners } from '../api/listeners.js';
import { scriptAddress } from './script-address.js';

let waiting: ServiceWorker | undefined;
const listeners = new Listeners();

/** Calls when a new version of the pages waits. @returns what ends it */
export function onNewVersion(act: () => void): () => void {
  if (waiting !== undefined) act();
  return listeners.add(act);
}

/** Has the new version take over, and opens the page in it. */
export function takeNewVersion(): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => window.location.reload(), { once: true });
  waiting?.postMessage('take-over');
}

/** Has the pages open without a line, where the browser can: over a secure line only. */
export async function startWorker(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const registration = await navigator.serviceWorker.register(scriptAddress('/sw.js'));
  void navigator.serviceWorker.ready.then(({ active }) => {
    // a page that was on its way when the worker began to serve was not among those that it took
    if (navigator.serviceWorker.controller === null) active?.postMessage('claim');
  });
  const look = (worker: ServiceWorker | null): void => {
    if (worker?.state !== 'installed' || navigator.serviceWorker.controller === null) return;
    waiting = worker;
    listeners.tell();
  };
  look(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const worker = registration.installing;
    worker?.addEventListener('statechange', () => look(worker));
  });
}
