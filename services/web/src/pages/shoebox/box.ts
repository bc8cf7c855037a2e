import { fieldOf } from '@ayni/kernel';
import { remember, remembered } from '../../offline/remembered.js';
import { CELLS, type Receipt } from './receipt.js';

const keyOf = (coop: string, user: string): string => `ayni-shoebox-${coop}-${user}`;

const textIn = (kept: unknown, name: string): string => {
  const value = fieldOf(kept, name);
  return typeof value === 'string' ? value : '';
};

/** The receipts that somebody typed on this device and has not kept yet. */
export function readBox(coop: string, user: string): readonly Receipt[] {
  try {
    const kept: unknown = JSON.parse(remembered(keyOf(coop, user)) ?? '[]');
    return (Array.isArray(kept) ? kept : []).map((one: unknown): Receipt => {
      const [day = '', supplier = '', category = '', document = '', amount = '', paidFrom = ''] = CELLS.map((cell) =>
        textIn(one, cell),
      );
      const [id, code, photo] = [textIn(one, 'id'), textIn(one, 'code'), textIn(one, 'photo')];
      return { id, code, day, supplier, category, document, amount, paidFrom, photo };
    });
  } catch {
    return [];
  }
}

/** A browser that keeps nothing has them as long as the page is open. */
export const keepBox = (coop: string, user: string, receipts: readonly Receipt[]): void =>
  remember(keyOf(coop, user), JSON.stringify(receipts));
