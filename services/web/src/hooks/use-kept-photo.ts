import { useEffect, useState } from 'react';
import type { KeptPhoto } from '../offline/kept-photo.js';
import { keptPhoto } from '../offline/photos.js';
import { onQueueChanged } from '../offline/queue-news.js';

type Looked = { readonly hash: string; readonly kept: KeptPhoto | undefined };

/** A photo that waits on this device to be sent; undefined where it was, and until it was looked for. */
export function useKeptPhoto(hash: string | undefined): {
  readonly kept: KeptPhoto | undefined;
  readonly isSent: boolean;
} {
  const [looked, setLooked] = useState<Looked>();
  useEffect(() => {
    if (hash === undefined || hash === '') return undefined;
    let isOver = false;
    const look = async (): Promise<void> => {
      const kept = await keptPhoto(hash);
      if (isOver) return;
      // the same photo is not drawn anew
      setLooked((before) => (before?.hash === hash && before.kept?.key === kept?.key ? before : { hash, kept }));
    };
    void look();
    const end = onQueueChanged(() => void look());
    return () => {
      isOver = true;
      end();
    };
  }, [hash]);
  const isOfIt = looked !== undefined && looked.hash === hash;
  return { kept: isOfIt ? looked.kept : undefined, isSent: isOfIt && looked.kept === undefined };
}
