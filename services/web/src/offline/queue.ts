import type { Sent } from '../api/route.js';
import { newKey } from '../api/new-key.js';
import { clockAhead } from '../api/server-time.js';
import type { KeepableRoute, KeptCommand } from './kept-command.js';
import { store } from './store.js';
import { keptWho } from './who.js';

const changes = new EventTarget();
/** The other tabs of this browser. */
const tabs = 'BroadcastChannel' in globalThis ? new BroadcastChannel('ayni-queue') : undefined;
tabs?.addEventListener('message', () => changes.dispatchEvent(new Event('changed')));

/** Calls when what is kept has changed, here or in another tab. @returns what ends it */
export function onQueueChanged(act: () => void): () => void {
  changes.addEventListener('changed', act);
  return () => changes.removeEventListener('changed', act);
}

export function tellQueueChanged(): void {
  changes.dispatchEvent(new Event('changed'));
  tabs?.postMessage('changed');
}

/**
 * Keeps a command on this device. When this returns, it is on its disk: a page may say so.
 * @throws where nobody is signed in, or the browser keeps nothing
 */
export async function keep<R extends KeepableRoute>(route: R, sent: Sent<R>, label: string): Promise<KeptCommand> {
  const who = await keptWho();
  if (who === undefined) throw new Error('nobody is signed in here');
  const command: KeptCommand<R> = {
    ...{ key: newKey(), route, sent, label, coop: who.coop.code, user: who.user },
    ...{ keptAt: Date.now(), clockAhead: clockAhead(), state: 'waiting', tries: 0 },
  };
  const transaction = (await store()).transaction('commands', 'readwrite', { durability: 'strict' });
  await transaction.store.add(command);
  await transaction.done;
  tellQueueChanged();
  return command;
}

/** How many commands wait on this device, whoever kept them. */
export const waitingCount = async (): Promise<number> =>
  (await store()).countFromIndex('commands', 'byState', 'waiting');

/** All commands of this device, the newest first. */
export async function keptCommands(): Promise<KeptCommand[]> {
  const all = await (await store()).getAll('commands');
  return all.toSorted((one, other) => other.keptAt - one.keptAt);
}
