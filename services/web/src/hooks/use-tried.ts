import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { ask } from '../api/ask.js';
import { newKey } from '../api/new-key.js';
import type { Problem } from '../api/problem.js';
import type { ActRoute, Answer, Sent } from '../api/route.js';

/** Nothing is asked while somebody goes on typing. */
const PAUSE_MS = 600;

/** What an act that keeps nothing answers to what is typed, soon after nothing more is. @param sent nothing yet, where undefined */
export function useTried<R extends ActRoute>(route: R, sent: Sent<R> | undefined): UseQueryResult<Answer<R>, Problem> {
  const text = sent === undefined ? undefined : JSON.stringify(sent);
  const [rested, setRested] = useState<{ readonly text: string; readonly sent: Sent<R> }>();
  useEffect(() => {
    if (sent === undefined || text === undefined) return undefined;
    const timer = setTimeout(() => setRested((last) => (last?.text === text ? last : { text, sent })), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, sent]);
  return useQuery<Answer<R>, Problem>({
    queryKey: [route, 'tried', rested?.text],
    enabled: rested !== undefined,
    retry: false,
    queryFn: ({ signal }) => {
      if (rested === undefined) throw new Error('nothing was typed');
      return ask(route, rested.sent, { key: newKey(), signal });
    },
  });
}
