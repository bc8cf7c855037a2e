import { fieldOf, jsonOf } from '@ayni/kernel';
import { isKeepable, type KeptCommand } from './kept-command.js';
import { keepAll, keptCommands } from './queue.js';
import { keptWho } from './who.js';

const FORM = 'ayni-queue-1';

/** All that is not answered yet, as a text for a file: for a phone that is to be given away, or that is full. */
export async function copyOfQueue(): Promise<string> {
  const commands = (await keptCommands()).filter(({ state }) => state === 'waiting' || state === 'refused');
  return JSON.stringify({ form: FORM, commands }, null, 1);
}

/**
 * Keeps what a copy holds of the co-op that is signed in here; what is here already, by its key, is left as it is.
 * @returns how many were new; undefined where the text is no copy
 */
export async function takeCopy(text: string): Promise<number | undefined> {
  const copy = jsonOf(text);
  const commands = fieldOf(copy, 'commands');
  const who = await keptWho();
  if (fieldOf(copy, 'form') !== FORM || !Array.isArray(commands) || who === undefined) return undefined;
  const ours = commands.filter(isCommand).filter(({ coop }) => coop === who.coop.code);
  return ours.length < commands.length ? undefined : keepAll(ours);
}

/** Whether something was written by {@link copyOfQueue}: the system judges what it says. */
function isCommand(value: unknown): value is KeptCommand {
  const text = (name: string): boolean => typeof fieldOf(value, name) === 'string';
  return (
    ['key', 'label', 'coop', 'user', 'state'].every(text) &&
    isKeepable(fieldOf(value, 'route')) &&
    typeof fieldOf(value, 'sent') === 'object' &&
    typeof fieldOf(value, 'keptAt') === 'number'
  );
}
