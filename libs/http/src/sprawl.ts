const DEPTH_MAX = 20;
/** Twice the rows of the longest load: that a list is too long is told at its place where it is not much too long. */
const LIST_MAX = 2_000;
const OBJECT_MAX = 200;

const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT, QUOTE, BACKSLASH, COMMA] = [...'[]{}"\\,'].map((sign) =>
  sign.charCodeAt(0),
);

/** A list or an object that is open: how many parts it has so far, and of an object which names. */
type Open = { parts: number; names: Set<string> | undefined; readonly isObject: boolean };

/** A text that came in pieces: what came so far of it, and whether its next sign is an escaped one. */
type Piece = { readonly isName: boolean; readonly bytes: readonly Buffer[]; readonly escaped: boolean };

/**
 * Whether JSON text is nested too deep, has an object of too many fields or a list of too many parts, or an object that
 * says something twice, seen in its bytes alone, as they come: before anything is made of it.
 */
export class Sprawl {
  /** The outermost first. */
  private readonly open: Open[] = [];
  private isNameNext = false;
  private piece: Piece | undefined;

  /**
   * Every byte of every body comes through here: nothing is called, and nothing made, for one that says nothing.
   * @returns what is wrong, as a fault of the catalogue's words; nothing where all that came so far is within bounds
   */
  take(bytes: Buffer): string | undefined {
    const { open } = this;
    const { length } = bytes;
    let inner = open.at(-1);
    let { isNameNext, piece } = this;
    for (let i = 0; i < length; i += 1) {
      const sign = bytes[i];
      if (piece !== undefined || sign === QUOTE) {
        // a text, to its end: i stands on its first sign where it goes on, and on its quote where it begins
        const start = piece ? i : i + 1;
        let end = piece?.escaped === true ? start + 1 : start;
        while (end < length && bytes[end] !== QUOTE) end += bytes[end] === BACKSLASH ? 2 : 1;
        const isName: boolean = piece ? piece.isName : isNameNext;
        if (end >= length) {
          const before = piece?.bytes ?? [];
          this.piece = { isName, bytes: isName ? [...before, bytes.subarray(start)] : before, escaped: end > length };
          this.isNameNext = false;
          return undefined;
        }
        if (isName && inner) {
          const raw = piece
            ? Buffer.concat([...piece.bytes, bytes.subarray(0, end)]).toString()
            : bytes.toString('utf8', start, end);
          const name = raw.includes('\\') ? unescaped(raw) : raw;
          inner.names ??= new Set();
          if (inner.names.has(name)) return `named-twice:${name.slice(0, 64).replaceAll(':', '::')}`;
          inner.names.add(name);
        }
        piece = undefined;
        isNameNext = false;
        i = end;
      } else if (sign === COMMA && inner) {
        inner.parts += 1;
        isNameNext = inner.isObject;
        if (isNameNext ? inner.parts > OBJECT_MAX : inner.parts > LIST_MAX)
          return isNameNext ? `too-many-fields:${OBJECT_MAX}` : `too-many-parts:${LIST_MAX}`;
      } else if (sign === OPEN_LIST || sign === OPEN_OBJECT) {
        if (open.length === DEPTH_MAX) return `too-deep:${DEPTH_MAX}`;
        isNameNext = sign === OPEN_OBJECT;
        inner = { parts: 1, names: undefined, isObject: isNameNext };
        open.push(inner);
      } else if (sign === CLOSE_LIST || sign === CLOSE_OBJECT) {
        open.pop();
        inner = open.at(-1);
      }
    }
    this.isNameNext = isNameNext;
    this.piece = piece;
    return undefined;
  }
}

/** The same of a text that is there whole. */
export const sprawlOf = (bytes: Buffer): string | undefined => new Sprawl().take(bytes);

/** A name as it is meant: however it is escaped, it is the same name. */
function unescaped(text: string): string {
  try {
    return String(JSON.parse(`"${text}"`));
  } catch {
    return text; // no JSON: the parser says so
  }
}
