/** Of a text as many bytes at most, for each of its code units. */
const WIDEST = 3;
const FIRST_ROOM = 4_096;
const BREAK = '\n'.charCodeAt(0);

/**
 * Texts as the lines of one, in UTF-8: for very many that are sent together. As one long text they would first be copied
 * together, then counted, and then written.
 */
export class Lines {
  private bytes = Buffer.allocUnsafe(FIRST_ROOM);
  private end = 0;

  /** In bytes. */
  get length(): number {
    return this.end;
  }

  /** @param line with something in it, and no line break of its own */
  add(line: string): void {
    this.makeRoom(line.length * WIDEST + 1);
    if (this.end > 0) this.end = this.bytes.writeUInt8(BREAK, this.end);
    this.end += this.bytes.write(line, this.end);
  }

  /** All of them; there are none any more. */
  take(): Buffer {
    const taken = this.bytes.subarray(0, this.end);
    // as many will come again
    this.bytes = Buffer.allocUnsafe(this.bytes.length);
    this.end = 0;
    return taken;
  }

  private makeRoom(more: number): void {
    if (this.end + more <= this.bytes.length) return;
    const larger = Buffer.allocUnsafe(2 * this.bytes.length + more);
    this.bytes.copy(larger, 0, 0, this.end);
    this.bytes = larger;
  }
}
