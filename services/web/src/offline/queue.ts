import { newKey } from '../api/new-key.js';
import type { Sent } from '../api/route.js';
import { clockAhead } from '../api/server-time.js';
import type { KeepableRoute, KeptCommand, KeptState } from './kept-command.js';
import { tellQueueChanged } from './queue-news.js';
import { store } from './store.js';
import { keptWho } from './who.js';

export type KeepOptions = {
  /** For so many milliseconds it can be undone, and is not sent. */
  readonly heldMs?: number;
  /** The key of a command that has to be done before it. */
  readonly after?: string;
  /** For so many milliseconds a page waits for its answer, and has a refusal corrected itself. */
  readonly watchedMs?: number;
};

/**
 * Keeps a command on this device. When this returns, it is on its disk: a page may say so.
 * @param label what people know it by
 * @throws where nobody is signed in, or the browser keeps nothing
 */
export async function keep<R extends KeepableRoute>(
  route: R,
  sent: Sent<R>,
  label: string,
  { heldMs, after, watchedMs }: KeepOptions = {},
): Promise<KeptCommand<R>> {
  const who = await keptWho();
  if (who === undefined) throw new Error('nobody is signed in here');
  const now = Date.now();
  const command: KeptCommand<R> = {
    ...{ key: newKey(), route, sent, label, coop: who.coop.code, user: who.user },
    ...{ keptAt: now, clockAhead: clockAhead(), state: 'waiting', tries: 0 },
    ...(heldMs === undefined ? {} : { heldUntil: now + heldMs }),
    ...(after === undefined ? {} : { after }),
    ...(watchedMs === undefined ? {} : { watchedUntil: now + watchedMs }),
  };
  await keepAll([command]);
  return command;
}

/** Keeps commands as they are, but for those that are here already. @returns how many were new */
export async function keepAll(commands: readonly KeptCommand[]): Promise<number> {
  const transaction = (await store()).transaction('commands', 'readwrite', { durability: 'strict' });
  const have = await Promise.all(commands.map(({ key }) => transaction.store.getKey(key)));
  const fresh = commands.filter((_, index) => have[index] === undefined);
  for (const command of fresh) await transaction.store.add(command);
  await transaction.done;
  tellQueueChanged();
  if (fresh.length > 0) askToStay();
  return fresh.length;
}

let isAsked = false;

/** Asks the browser never to throw away what is kept here. It decides by itself, and may say no: the page _Yo_ shows it. */
function askToStay(): void {
  if (isAsked || !('navigator' in globalThis) || !('storage' in navigator)) return;
  isAsked = true;
  navigator.storage.persist().catch(() => undefined);
}

/** How many commands wait on this device, whoever kept them. */
export const waitingCount = async (): Promise<number> =>
  (await store()).countFromIndex('commands', 'byState', 'waiting');

/** All commands of this device in a state, the oldest first. */
export async function commandsIn(state: KeptState): Promise<KeptCommand[]> {
  const all = await (await store()).getAllFromIndex('commands', 'byState', state);
  return all.sort((one, other) => one.keptAt - other.keptAt);
}

/** All commands of this device, the newest first. */
export async function keptCommands(): Promise<KeptCommand[]> {
  const all = await (await store()).getAll('commands');
  return all.sort((one, other) => other.keptAt - one.keptAt);
}

export const keptCommand = async (key: string): Promise<KeptCommand | undefined> =>
  (await store()).get('commands', key);

/** Changes a command as it stands at that moment, whatever another tab did before. @returns how it is then, undefined where it was left as it was */
export async function change(
  key: string,
  to: (command: KeptCommand) => KeptCommand | 'drop' | undefined,
): Promise<KeptCommand | undefined> {
  const transaction = (await store()).transaction('commands', 'readwrite', { durability: 'strict' });
  const command = await transaction.store.get(key);
  const changed = command && to(command);
  if (changed === 'drop') await transaction.store.delete(key);
  else if (changed !== undefined) await transaction.store.put(changed);
  await transaction.done;
  if (changed === undefined) return undefined;
  return changed === 'drop' ? command : changed;
}

/** Whether a command may be sent now. A clock that was set back holds nothing. */
export const isDue = ({ heldUntil, keptAt }: KeptCommand, now: number): boolean =>
  heldUntil === undefined || now >= heldUntil || now < keptAt;

/** Takes a command back that never left this device. @returns whether there was still time to */
export async function undo(key: string): Promise<boolean> {
  const undone = await change(key, (command) =>
    command.state === 'waiting' && command.tries === 0 && !isDue(command, Date.now()) ? 'drop' : undefined,
  );
  if (undone !== undefined) tellQueueChanged();
  return undone !== undefined;
}

/** Takes a refused command out of the queue: whoever kept it still has it before her, and corrects it there. */
export async function withdraw(key: string): Promise<void> {
  await change(key, ({ state }) => (state === 'refused' ? 'drop' : undefined));
  tellQueueChanged();
}

/** Sends a refused command again, corrected or not, under the same key: a refusal stored nothing. */
export async function correct<R extends KeepableRoute>(key: string, sent: Sent<R>, label: string): Promise<void> {
  await change(key, (command) => {
    if (command.state !== 'refused') return undefined;
    const { refusal: _, answeredAt: __, late: ___, ...rest } = command;
    return { ...rest, sent, label, state: 'waiting' };
  });
  tellQueueChanged();
}

/** Whether a command can be given up: it was refused, or never left this device. What may have arrived can not. */
export const canGiveUp = ({ state, tries }: KeptCommand): boolean =>
  state === 'refused' || (state === 'waiting' && tries === 0);

/** Gives a command up, and what was to follow it: it is not sent any more, and stands here with the reason. @returns whether it was */
export async function giveUp(key: string, reason: string): Promise<boolean> {
  const given = await change(key, (command) =>
    canGiveUp(command) ? { ...command, state: 'given-up', reason, answeredAt: Date.now() } : undefined,
  );
  if (given === undefined) return false;
  for (const command of await commandsIn('waiting')) if (command.after === key) await giveUp(command.key, reason);
  tellQueueChanged();
  return true;
}
