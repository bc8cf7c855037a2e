const DEPTH_MAX = 20;
/** Twice the rows of the longest load: that a list is too long is told at its place where it is not much too long. */
const LIST_MAX = 2_000;
const OBJECT_MAX = 200;

const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT, QUOTE, BACKSLASH, COMMA] = [...'[]{}"\\,'].map((sign) =>
  sign.charCodeAt(0),
);

/** A text that is open: whether its next sign is an escaped one, and its bytes so far where it is a name. */
type OpenText = { escaped: boolean; readonly name: Buffer[] | undefined };

/**
 * Whether JSON text is nested too deep, has an object of too many fields or a list of too many parts, or an object that
 * says something twice, seen in its bytes alone, as they come: before anything is made of it.
 */
export class Sprawl {
  /** Of each list or object that is open: how many parts it has so far, and how many it may have. */
  private readonly parts = new Uint32Array(DEPTH_MAX + 1);
  private readonly most = new Uint32Array(DEPTH_MAX + 1);
  /** Of each object that is open: the names that it has so far; and whether a name comes next. */
  private readonly names: Set<string>[] = [];
  private isNameNext = false;
  private depth = 0;
  private text: OpenText | undefined;

  /** @returns what is wrong, as a fault of the catalogue's words; nothing where all that came so far is within bounds */
  take(bytes: Buffer): string | undefined {
    for (let i = 0; i < bytes.length;) {
      if (this.text) {
        const { end, fault } = this.readText(this.text, bytes, i);
        if (fault !== undefined) return fault;
        i = end;
      } else {
        const fault = this.read(bytes[i]);
        if (fault !== undefined) return fault;
        i += 1;
      }
    }
    return undefined;
  }

  private read(sign: number | undefined): string | undefined {
    if (sign === QUOTE) {
      this.text = { escaped: false, name: this.isNameNext ? [] : undefined };
      this.isNameNext = false;
    } else if (sign === OPEN_LIST || sign === OPEN_OBJECT) {
      if (++this.depth > DEPTH_MAX) return `too-deep:${DEPTH_MAX}`;
      this.parts[this.depth] = 1;
      this.most[this.depth] = sign === OPEN_LIST ? LIST_MAX : OBJECT_MAX;
      this.isNameNext = sign === OPEN_OBJECT;
      if (this.isNameNext) this.names[this.depth] = new Set();
    } else if ((sign === CLOSE_LIST || sign === CLOSE_OBJECT) && this.depth > 0) this.depth--;
    else if (sign === COMMA && this.depth > 0) return this.countPart();
    return undefined;
  }

  private countPart(): string | undefined {
    const count = (this.parts[this.depth] ?? 0) + 1;
    this.parts[this.depth] = count;
    const max = this.most[this.depth] ?? 0;
    this.isNameNext = max === OBJECT_MAX;
    if (count <= max) return undefined;
    return max === LIST_MAX ? `too-many-parts:${max}` : `too-many-fields:${max}`;
  }

  /** Reads on in a text from `start` to behind its end, or to the end of what came. */
  private readText(text: OpenText, bytes: Buffer, start: number): { end: number; fault?: string | undefined } {
    let end = text.escaped ? start + 1 : start;
    while (end < bytes.length && bytes[end] !== QUOTE) end += bytes[end] === BACKSLASH ? 2 : 1;
    text.name?.push(bytes.subarray(start, end));
    text.escaped = end > bytes.length;
    if (end >= bytes.length) return { end: bytes.length };
    this.text = undefined;
    return { end: end + 1, fault: text.name && this.countName(nameIn(Buffer.concat(text.name).toString())) };
  }

  private countName(name: string): string | undefined {
    const names = this.names[this.depth];
    if (names?.has(name)) return `named-twice:${name.slice(0, 64).replaceAll(':', '::')}`;
    names?.add(name);
    return undefined;
  }
}

/** The same of a text that is there whole. */
export const sprawlOf = (bytes: Buffer): string | undefined => new Sprawl().take(bytes);

/** A name as it stands between its quotes; however it is escaped, it is the same name. */
function nameIn(text: string): string {
  if (!text.includes('\\')) return text;
  try {
    return String(JSON.parse(`"${text}"`));
  } catch {
    return text; // no JSON: the parser says so
  }
}
