import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { ask } from '../api/ask.js';
import { newKey } from '../api/new-key.js';
import { Problem } from '../api/problem.js';
import type { Sent } from '../api/route.js';
import type { KeepableRoute, KeptState } from '../offline/kept-command.js';
import { keep, keptCommand, withdraw } from '../offline/queue.js';
import { onQueueChanged } from '../offline/queue-news.js';

/** What came of keeping a command: it was done at once, or it waits on this device for a line. */
export type KeptHere = { readonly key: string; readonly state: 'sent' | 'waiting' };

/** A command that a page gives and this device keeps: giving it, whether that is under way, and why it was not taken. */
export type Keep<R extends KeepableRoute> = {
  /**
   * Answers undefined where it was refused: `problem` then says why.
   * @param label what people know it by, in the list of what is not sent yet: `Lechuga, 12 amarros`
   * @param after the key of a kept command that has to be done before it
   */
  readonly send: (sent: Sent<R>, label: string, after?: string) => Promise<KeptHere | undefined>;
  readonly busy: boolean;
  readonly problem: Problem | undefined;
  readonly forget: () => void;
};

/** So long a page waits for the answer before it says that the command is kept and will be sent. */
const PATIENCE_MS = 6_000;

/**
 * As `useAct`, for what people note where there may be no line: a command is on this device's disk before anything else,
 * and is sent once. With a line its refusal stands at its field as always; without, it waits under "Por enviar".
 * Say `states.saved` where it was `sent`, `states.keptHere` where it is `waiting`.
 */
export function useKeep<R extends KeepableRoute>(route: R): Keep<R> {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  // where this device keeps nothing, the same is sent under the same key, as by `useAct`
  const last = useRef<{ readonly text: string; readonly key: string }>(undefined);
  const queries = useQueryClient();

  const sendUnkept = async (sent: Sent<R>): Promise<KeptHere> => {
    const text = JSON.stringify(sent);
    if (last.current?.text !== text) last.current = { text, key: newKey() };
    const { key } = last.current;
    await ask(route, sent, { key });
    last.current = undefined;
    return { key, state: 'sent' };
  };

  const send = async (sent: Sent<R>, label: string, after?: string): Promise<KeptHere | undefined> => {
    if (busy) return undefined;
    setBusy(true);
    setProblem(undefined);
    try {
      const patience = navigator.onLine ? PATIENCE_MS : 0;
      const options = { watchedMs: patience, ...(after === undefined ? {} : { after }) };
      const kept = await keep(route, sent, label, options).catch(() => undefined);
      const done = kept === undefined ? await sendUnkept(sent) : await answered(kept.key, patience);
      if (done.state === 'sent') await queries.invalidateQueries();
      return done;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setProblem(error);
      return undefined;
    } finally {
      setBusy(false);
    }
  };
  return { send, busy, problem, forget: () => setProblem(undefined) };
}

/** Waits a moment for a kept command to be answered. @throws Problem where it was refused: the page still has it then */
async function answered(key: string, patience: number): Promise<KeptHere> {
  const state = await stateWithin(key, patience);
  if (state !== 'refused') return { key, state: state === 'sent' ? 'sent' : 'waiting' };
  const refusal = (await keptCommand(key))?.refusal;
  await withdraw(key);
  if (refusal === undefined) throw Problem.unreachable();
  throw new Problem(refusal.status, refusal.code, refusal.detail, refusal.faults, refusal.requestId);
}

function stateWithin(key: string, patience: number): Promise<KeptState> {
  return new Promise((resolve) => {
    const finish = (state: KeptState): void => {
      clearTimeout(timer);
      end();
      resolve(state);
    };
    const look = (): void => {
      keptCommand(key).then(
        (command) => {
          if (command !== undefined && command.state !== 'waiting') finish(command.state);
        },
        () => undefined,
      );
    };
    const timer = setTimeout(() => finish('waiting'), patience);
    const end = onQueueChanged(look);
    look();
  });
}
