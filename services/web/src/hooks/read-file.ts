import { Refusal } from '@ayni/kernel';
import { refuseTooLarge, type Encoding } from '@ayni/spreadsheets';
import { scriptAddress } from '../offline/script-address.js';
import { language } from '../words/language.js';
import type { Answered, Asked } from './spreadsheet.worker.js';
import workerAddress from './spreadsheet.worker.ts?worker&url';

/** A file of people takes a second; one that takes longer was made to. */
const LONGEST_MS = 30_000;

/**
 * Reads a file apart from the page: what it is made of can hold up neither page nor system, and ends with its worker. It
 * never leaves the device; what is sent are the rows that somebody has seen.
 */
export function readFile(file: File, encoding: Encoding | undefined): Promise<Answered> {
  try {
    refuseTooLarge(file.size);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return Promise.resolve({ refused: error.text(language()) });
  }
  const worker = new Worker(scriptAddress(workerAddress), { type: 'module' });
  const asked: Asked = { file, encoding, language: language() };
  return new Promise<Answered>((resolve) => {
    const giveUp = (): void => resolve({ refused: new Refusal('spreadsheet-expands').text(language()) });
    const late = setTimeout(giveUp, LONGEST_MS);
    worker.addEventListener('message', ({ data }: MessageEvent<Answered>) => {
      clearTimeout(late);
      resolve(data);
    });
    worker.addEventListener('error', giveUp);
    worker.postMessage(asked);
  }).finally(() => worker.terminate());
}
