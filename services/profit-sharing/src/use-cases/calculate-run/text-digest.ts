import { createHash } from 'node:crypto';

/** So many bytes are digested at once: each time costs more than a short text. */
const TOGETHER = 250_000;
/** Of a text as many bytes at most, for each of its code units. */
const WIDEST = 3;

/** SHA-256 of a text that comes in parts. */
export class TextDigest {
  private readonly hash = createHash('sha256');
  private readonly bytes = Buffer.allocUnsafe(TOGETHER);
  private length = 0;

  /** @returns whether so much came since that others should have their turn */
  add(part: string): boolean {
    const isFull = this.length + part.length * WIDEST > TOGETHER;
    if (isFull) this.flush();
    if (part.length * WIDEST > TOGETHER) this.hash.update(part);
    else this.length += this.bytes.write(part, this.length);
    return isFull;
  }

  /** As hexadecimal digits; nothing may be added after. */
  end(): string {
    this.flush();
    return this.hash.digest('hex');
  }

  private flush(): void {
    this.hash.update(this.bytes.subarray(0, this.length));
    this.length = 0;
  }
}
