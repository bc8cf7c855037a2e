import { useQuery } from '@tanstack/react-query';
import { askPhoto } from '../api/ask-photo.js';
import { keepRead, keptRead } from '../offline/reads.js';

const PHOTO = 'GET /api/inventory/v1/attachments/{hash}';

/**
 * The co-op's own photo of a product, by its hash, as what an image shows; undefined while it is not there. It is fetched
 * once and kept for when there is no line, until whoever read it signs out.
 */
export function useProductPhoto(hash: string | null | undefined): string | undefined {
  const photo = useQuery({
    queryKey: [PHOTO, hash],
    enabled: typeof hash === 'string',
    // what has this hash is never anything else
    staleTime: 'static',
    queryFn: async () => {
      const sent = { path: { hash: hash ?? '' } };
      const kept = await keptRead(PHOTO, sent).catch(() => undefined);
      if (kept !== undefined) return inline(kept.value);
      const { file } = await askPhoto(PHOTO, sent.path.hash);
      // a device that keeps nothing shows it all the same
      await keepRead(PHOTO, sent, file).catch(() => undefined);
      return inline(file);
    },
  });
  return photo.data;
}

const inline = (file: Blob): Promise<string> =>
  new Promise((done, fail) => {
    const reader = new FileReader();
    reader.onload = () => done(typeof reader.result === 'string' ? reader.result : '');
    reader.onerror = () => fail(new Error('the photo cannot be read'));
    reader.readAsDataURL(file);
  });
