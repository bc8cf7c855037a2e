import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { ask } from '../api/ask.js';
import { newKey } from '../api/new-key.js';
import { Problem } from '../api/problem.js';
import type { ActRoute, Answer, Sent } from '../api/route.js';
import { haveSentPhotosIn } from '../offline/photos.js';

/** A command that a page gives: sending it, whether it is under way, and why it was not done. */
export type Act<R extends ActRoute> = {
  /** Answers undefined where it was not done: `problem` then says why. */
  readonly send: (sent: Sent<R>, ifMatch?: string) => Promise<Answer<R> | undefined>;
  readonly busy: boolean;
  readonly problem: Problem | undefined;
  readonly forget: () => void;
};

/** A command that is done once, however often a finger or a bad line sends it: the same is sent under the same key. */
export function useAct<R extends ActRoute>(route: R): Act<R> {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const last = useRef<{ readonly text: string; readonly key: string }>(undefined);
  const queries = useQueryClient();

  const send = async (sent: Sent<R>, ifMatch?: string): Promise<Answer<R> | undefined> => {
    if (busy) return undefined;
    const text = JSON.stringify([sent, ifMatch]);
    if (last.current?.text !== text) last.current = { text, key: newKey() };
    setBusy(true);
    setProblem(undefined);
    try {
      await haveSentPhotosIn(sent);
      const answer = await ask(route, sent, { key: last.current.key, ...(ifMatch === undefined ? {} : { ifMatch }) });
      last.current = undefined;
      await queries.invalidateQueries();
      return answer;
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
