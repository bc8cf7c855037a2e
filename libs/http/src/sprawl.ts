const DEPTH_MAX = 20;
/** Twice the rows of the longest load: that a list is too long is told at its place where it is not much too long. */
const LIST_MAX = 2_000;
const OBJECT_MAX = 200;

const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT, QUOTE, BACKSLASH, COMMA] = [...'[]{}"\\,'].map((sign) =>
  sign.charCodeAt(0),
);

/**
 * Whether JSON text is nested too deep, or has an object of too many fields or a list of too many parts, seen in its
 * bytes alone: before anything is made of it.
 * @returns what is too much, as a fault of the catalogue's words; nothing where all of it is within bounds
 */
export function sprawlOf(bytes: Uint8Array): string | undefined {
  // of each list or object that is open: how many parts it has so far, and how many it may have
  const parts = new Uint32Array(DEPTH_MAX + 1);
  const most = new Uint32Array(DEPTH_MAX + 1);
  let depth = 0;
  for (let i = 0; i < bytes.length; i++) {
    const sign = bytes[i];
    if (sign === QUOTE) i = endOfText(bytes, i);
    else if (sign === OPEN_LIST || sign === OPEN_OBJECT) {
      if (++depth > DEPTH_MAX) return `too-deep:${DEPTH_MAX}`;
      parts[depth] = 1;
      most[depth] = sign === OPEN_LIST ? LIST_MAX : OBJECT_MAX;
    } else if ((sign === CLOSE_LIST || sign === CLOSE_OBJECT) && depth > 0) depth--;
    else if (sign === COMMA && depth > 0) {
      const count = (parts[depth] ?? 0) + 1;
      parts[depth] = count;
      const max = most[depth] ?? 0;
      if (count > max) return max === LIST_MAX ? `too-many-parts:${max}` : `too-many-fields:${max}`;
    }
  }
  return undefined;
}

/** Where the text that begins at a quote ends. */
function endOfText(bytes: Uint8Array, start: number): number {
  let i = start + 1;
  while (i < bytes.length && bytes[i] !== QUOTE) i += bytes[i] === BACKSLASH ? 2 : 1;
  return i;
}
