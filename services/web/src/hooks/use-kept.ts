import { useEffect, useState } from 'react';
import type { KeptCommand } from '../offline/kept-command.js';
import { onQueueChanged } from '../offline/queue-news.js';
import { keptCommands } from '../offline/queue.js';
import { useWho } from './use-who.js';

/** Where many are sent at once, the page follows so often. */
const BREATH_MS = 300;

/** What she has kept on this device, the newest first; undefined until it was looked at. */
export function useKept(): readonly KeptCommand[] | undefined {
  const who = useWho();
  const [all, setAll] = useState<readonly KeptCommand[]>();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = (): void => {
      timer = undefined;
      keptCommands().then(setAll, () => setAll([]));
    };
    look();
    const end = onQueueChanged(() => {
      timer ??= setTimeout(look, BREATH_MS);
    });
    return () => {
      clearTimeout(timer);
      end();
    };
  }, []);
  return all?.filter(({ coop, user }) => coop === who.coop.code && user === who.user);
}
