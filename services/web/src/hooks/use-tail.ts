import { fieldOf, jsonOf } from '@ayni/kernel';
import { useEffect, useState } from 'react';
import type { Problem } from '../api/problem.js';
import { follow, type Service } from './follow.js';

/** An event as programs get it, with what a list of them names. */
export type Told = { readonly id: string; readonly type: string; readonly subject: string; readonly time: string };

const SHOWN_MAX = 100;

export type Tail = {
  /** The newest first; none as long as nothing is followed yet. */
  readonly events: readonly Told[] | undefined;
  /** Why nothing can be followed at the moment. */
  readonly problem: Problem | undefined;
};

/** The events of a service from now on, as they happen. */
export function useTail(service: Service): Tail {
  const [events, setEvents] = useState<readonly Told[]>();
  const [problem, setProblem] = useState<Problem>();
  useEffect(
    () =>
      follow(service, undefined, {
        onBegin: () => {
          setProblem(undefined);
          setEvents((before = []) => before);
        },
        onEvent: (text) => {
          const event = told(jsonOf(text));
          if (event) setEvents((before = []) => [event, ...before].slice(0, SHOWN_MAX));
        },
        onEnd: setProblem,
      }),
    [service],
  );
  return { events, problem };
}

function told(event: unknown): Told | undefined {
  const [id, type, subject, time] = ['id', 'type', 'subject', 'time'].map((name) => fieldOf(event, name));
  if (typeof id !== 'string' || typeof type !== 'string') return undefined;
  if (typeof subject !== 'string' || typeof time !== 'string') return undefined;
  return { ...Object(event), id, type, subject, time };
}
