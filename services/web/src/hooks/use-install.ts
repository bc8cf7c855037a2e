import { useSyncExternalStore } from 'react';
import { Listeners } from '../api/listeners.js';

/** What a browser says where the pages could be put on the screen as an app. */
type InstallOffer = Event & { readonly prompt: () => Promise<unknown> };

const isOffer = (event: Event): event is InstallOffer => 'prompt' in event;

let offer: InstallOffer | undefined;
const listeners = new Listeners();

function take(next: InstallOffer | undefined): void {
  offer = next;
  listeners.tell();
}

/** Waits for the browser's offer, which comes once and before anybody looks for it. */
export function listenForInstall(): void {
  window.addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    if (isOffer(event)) take(event);
  });
}

/** Has the browser ask whether the pages are put on the screen; undefined where it does not offer that. */
export function useInstall(): (() => void) | undefined {
  const offered = useSyncExternalStore(listeners.add, () => offer);
  if (offered === undefined) return undefined;
  return () => {
    // it holds for one time
    take(undefined);
    offered.prompt().catch(() => undefined);
  };
}
