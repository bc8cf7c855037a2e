import { useEffect, useState } from 'react';

/** What is fetched when it is first needed, and at hand from then on. */
export type Fetched<T> = { readonly load: () => Promise<T>; readonly now: () => T | undefined };

export function fetchedOnce<T>(fetch: () => Promise<T>): Fetched<T> {
  let now: T | undefined;
  let coming: Promise<T> | undefined;
  const begin = async (): Promise<T> => {
    try {
      now = await fetch();
      return now;
    } finally {
      // what did not come is asked for again by whoever needs it next
      coming = undefined;
    }
  };
  return { load: () => (now === undefined ? (coming ??= begin()) : Promise.resolve(now)), now: () => now };
}

/** The same on a page; undefined until it is there. Where it does not come, the page fails with what it failed with. */
export function useFetched<T>(wanted: Fetched<T>): T | undefined {
  const [, setSeen] = useState<T>();
  const shown = wanted.now();
  useEffect(() => {
    // what is shown already is not drawn again; what came since it was drawn is
    if (shown !== undefined) return;
    wanted.load().then(
      (value) => setSeen(() => value),
      (error: unknown) =>
        setSeen(() => {
          throw error;
        }),
    );
  }, [wanted, shown]);
  return shown;
}
