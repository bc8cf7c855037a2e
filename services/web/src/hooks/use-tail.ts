import { fieldOf, jsonOf } from '@ayni/kernel';
import { useEffect, useState } from 'react';
import { follow, type Service } from './follow.js';

/** An event as programs get it, with what a list of them names. */
export type Told = { readonly id: string; readonly type: string; readonly subject: string; readonly time: string };

const SHOWN_MAX = 100;

/** The events of a service from now on, the newest first, as they happen. */
export function useTail(service: Service): readonly Told[] {
  const [events, setEvents] = useState<readonly Told[]>([]);
  useEffect(
    () =>
      follow(service, undefined, {
        onBegin: () => undefined,
        onEvent: (text) => {
          const event = told(jsonOf(text));
          if (event) setEvents((before) => [event, ...before].slice(0, SHOWN_MAX));
        },
      }),
    [service],
  );
  return events;
}

function told(event: unknown): Told | undefined {
  const [id, type, subject, time] = ['id', 'type', 'subject', 'time'].map((name) => fieldOf(event, name));
  if (typeof id !== 'string' || typeof type !== 'string') return undefined;
  if (typeof subject !== 'string' || typeof time !== 'string') return undefined;
  return { ...Object(event), id, type, subject, time };
}
