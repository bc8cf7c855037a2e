import { createHash } from 'node:crypto';

/** Of such a length is what is digested at once: each time costs more than a short text. */
const TOGETHER = 250_000;

/** SHA-256 of a text that comes in parts. */
export class TextDigest {
  private readonly hash = createHash('sha256');
  private text = '';

  /** @returns whether so much came since that others should have their turn */
  add(part: string): boolean {
    this.text += part;
    if (this.text.length < TOGETHER) return false;
    this.hash.update(this.text);
    this.text = '';
    return true;
  }

  /** As hexadecimal digits; nothing may be added after. */
  end(): string {
    return this.hash.update(this.text).digest('hex');
  }
}
