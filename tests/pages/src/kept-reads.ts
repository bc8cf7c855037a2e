import type { Device } from './browser.js';

/** How many answers a device keeps for when there is no line. */
export const keptReads = (device: Device): Promise<number> => countIn(device, 'reads');

/** How many photos a device keeps that are not in the books yet. */
export const keptPhotos = (device: Device): Promise<number> => countIn(device, 'photos');

const countIn = ({ page }: Device, store: string): Promise<number> =>
  page.evaluate(
    (name) =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('ayni');
        opening.onerror = () => reject(new Error('the device keeps nothing'));
        opening.onsuccess = () => {
          const counting = opening.result.transaction(name).objectStore(name).count();
          counting.onsuccess = () => {
            opening.result.close();
            resolve(counting.result);
          };
        };
      }),
    store,
  );
