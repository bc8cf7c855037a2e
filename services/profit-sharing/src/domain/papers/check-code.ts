/** Crockford's base 32: no letter that is read for another. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 120 bits: 32 of the run, 1 for what kind of paper, 23 of its place, 64 that nobody can guess. */
const LENGTH = 24;
const [PLACE_BITS, MAC_BITS] = [23n, 64n];

/** Which paper a code is of: its run by the first eight digits of its id, and its place among those of the run. */
export type CheckedPlace = {
  readonly run: string;
  readonly of: 'member' | 'household';
  /** From 0, in the order of numbers or codes by their letters. */
  readonly place: number;
};

/** What a paper says that may not be changed on it. */
export type SealedFigures = {
  readonly fingerprint: string;
  readonly of: 'member' | 'household';
  readonly party: string;
  readonly amount: string;
};

/** The text of which a code has the seal, made with the key of the run. */
export const sealedText = ({ fingerprint, of, party, amount }: SealedFigures): string =>
  JSON.stringify([fingerprint, of, party, amount]);

/**
 * The code of a paper in groups as people copy them: it names nobody, and where a figure is changed it fits no more.
 * @param seal 64 bits as hexadecimal digits
 */
export function checkCode({ run, of, place }: CheckedPlace, seal: string): string {
  const kind = of === 'household' ? 1n : 0n;
  const where = (((BigInt(`0x${run.slice(0, 8)}`) << 1n) | kind) << PLACE_BITS) | BigInt(place);
  let rest = (where << MAC_BITS) | BigInt(`0x${seal.slice(0, 16)}`);
  let letters = '';
  for (let i = 0; i < LENGTH; i += 1) {
    letters = `${LETTERS[Number(rest & 31n)]}${letters}`;
    rest >>= 5n;
  }
  return letters.replace(/.{4}(?=.)/g, '$&-');
}

/** What a code says, however it was typed: dashes, blanks and case do not count, O is 0, I and L are 1; nothing where it is none. */
export function readCheckCode(code: string): (CheckedPlace & { readonly seal: string }) | undefined {
  const letters = code.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  if (letters.length !== LENGTH) return undefined;
  let value = 0n;
  for (const letter of letters) {
    const digit = LETTERS.indexOf(letter);
    if (digit < 0) return undefined;
    value = (value << 5n) | BigInt(digit);
  }
  const hex = (bits: bigint, from: bigint): string =>
    ((value >> from) & ((1n << bits) - 1n)).toString(16).padStart(Number(bits / 4n), '0');
  return {
    run: hex(32n, MAC_BITS + PLACE_BITS + 1n),
    of: ((value >> (MAC_BITS + PLACE_BITS)) & 1n) === 1n ? 'household' : 'member',
    place: Number((value >> MAC_BITS) & ((1n << PLACE_BITS) - 1n)),
    seal: hex(MAC_BITS, 0n),
  };
}
