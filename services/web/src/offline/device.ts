import { store } from './store.js';

/** Letters and digits that nobody takes for one another. */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const CODE_LENGTH = 3;

type Numbered = { readonly code: string; readonly last: number };

const isNumbered = (value: unknown): value is Numbered =>
  typeof value === 'object' && value !== null && 'code' in value && 'last' in value;

const newCode = (): string =>
  [...crypto.getRandomValues(new Uint8Array(CODE_LENGTH))].map((byte) => SIGNS[byte % SIGNS.length]).join('');

const inWords = ({ code, last }: Numbered): string => `${code}-${String(last).padStart(4, '0')}`;

/** For a browser that keeps nothing: good until the page is closed, and then another code is made. */
let unkept: Numbered | undefined;

/** The number of the next receipt of this device, never given twice: its own short code, and a count. */
export async function nextReceipt(): Promise<string> {
  try {
    const transaction = (await store()).transaction('device', 'readwrite', { durability: 'strict' });
    const before = await transaction.store.get('receipts');
    const { code, last } = isNumbered(before) ? before : { code: newCode(), last: 0 };
    const next = { code, last: last + 1 };
    await transaction.store.put(next, 'receipts');
    await transaction.done;
    return inWords(next);
  } catch {
    unkept = { code: unkept?.code ?? `${newCode()}${newCode()}`, last: (unkept?.last ?? 0) + 1 };
    return inWords(unkept);
  }
}

/** The short code of this device; undefined until its first receipt. */
export async function deviceCode(): Promise<string | undefined> {
  const kept = await (await store()).get('device', 'receipts');
  return isNumbered(kept) ? kept.code : undefined;
}
