import type { Device } from './browser.js';

/** How many answers a device keeps for when there is no line. */
export const keptReads = ({ page }: Device): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('ayni');
        opening.onerror = () => reject(new Error('the device keeps nothing'));
        opening.onsuccess = () => {
          const counting = opening.result.transaction('reads').objectStore('reads').count();
          counting.onsuccess = () => {
            opening.result.close();
            resolve(counting.result);
          };
        };
      }),
  );
