import { keptPhoto } from '../offline/photos.js';
import { askFile, type NamedFile } from './ask-file.js';
import type { ReadRoute } from './route.js';

/** Routes that answer a photo or paper that a record names. */
export type ShownPhotoRoute = Extract<ReadRoute, `${string}/attachments/{hash}`>;

/** What has this hash: on this device, as long as it waits here to be sent. @throws Problem */
export async function askPhoto(route: ShownPhotoRoute, hash: string): Promise<NamedFile> {
  const kept = await keptPhoto(hash);
  return kept === undefined ? askFile(route, { path: { hash } }) : { file: kept.photo, name: undefined };
}
