import { useSyncExternalStore } from 'react';

const subscribe = (changed: () => void): (() => void) => {
  window.addEventListener('online', changed);
  window.addEventListener('offline', changed);
  return () => {
    window.removeEventListener('online', changed);
    window.removeEventListener('offline', changed);
  };
};

/** Whether this device has a line at all; where it has, the system may still be away. */
export const useOnline = (): boolean => useSyncExternalStore(subscribe, () => navigator.onLine);
