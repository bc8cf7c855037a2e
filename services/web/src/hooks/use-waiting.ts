import { useEffect, useState } from 'react';
import { onQueueChanged } from '../offline/queue-news.js';
import { waitingCount } from '../offline/queue.js';

/** How many commands wait on this device to be sent. */
export function useWaiting(): number {
  const [waiting, setWaiting] = useState(0);
  useEffect(() => {
    const look = (): void => {
      waitingCount().then(setWaiting, () => setWaiting(0));
    };
    look();
    return onQueueChanged(look);
  }, []);
  return waiting;
}
