import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { Refusal } from '@ayni/kernel';
import { Turnstile } from '../turnstile.js';

/** How long downloads may take, in milliseconds. */
export type DownloadTimes = {
  /** From one part to the next: who takes none for so long is gone. */
  readonly idle: number;
  /** All in all. */
  readonly whole: number;
  /** Until one begins. */
  readonly waiting: number;
};

export const DOWNLOAD_TIMES: DownloadTimes = { idle: 60_000, whole: 600_000, waiting: 30_000 };

/** So many wait for their turn. */
const WAITING_MAX = 20;

/** Parts that hold something until the last of them was taken. */
type Parts<Part> = AsyncGenerator<Part, void>;
/** What is made of parts as they come. */
type StreamOf<Part> = (parts: AsyncIterable<Part>) => Readable;

/**
 * Files that are sent while they are read. Each holds a connection to the database for as long as somebody takes it: few at a time,
 * and none for ever.
 */
export class Downloads {
  private readonly turnstile: Turnstile;

  constructor(
    atOnce: number,
    readonly times: DownloadTimes = DOWNLOAD_TIMES,
  ) {
    this.turnstile = new Turnstile(atOnce, WAITING_MAX);
  }

  /**
   * Begins a download when it is its turn, with its first part at hand: what refuses it does so before anything is sent.
   * @throws Refusal `not-ready` where too many others are under way
   */
  begin<Part>(parts: Parts<Part>, streamOf: StreamOf<Part>): Promise<Readable> {
    return new Promise((resolve, reject) => {
      let isLate = false;
      const late = setTimeout(() => {
        isLate = true;
        reject(new Refusal('not-ready'));
      }, this.times.waiting);
      const turn = async (): Promise<void> => {
        clearTimeout(late);
        if (isLate) return;
        const stream = await this.open(parts, streamOf);
        const closed = once(stream, 'close');
        resolve(stream);
        // why it ended early is told to whom it is sent to
        await closed.catch(() => undefined);
        await parts.return();
      };
      this.turnstile.pass(turn).catch((error: unknown) => {
        clearTimeout(late);
        reject(error);
      });
    });
  }

  private async open<Part>(parts: Parts<Part>, streamOf: StreamOf<Part>): Promise<Readable> {
    const first = await parts.next();
    const stream = streamOf(this.inTime(first, parts, (why) => stream.destroy(new Error(why))));
    const whole = setTimeout(() => stream.destroy(new Error('a download took too long')), this.times.whole);
    stream.once('close', () => clearTimeout(whole));
    return stream;
  }

  private async *inTime<Part>(
    first: IteratorResult<Part, void>,
    parts: Parts<Part>,
    end: (why: string) => void,
  ): AsyncGenerator<Part> {
    for (let part = first; !part.done; part = await parts.next()) {
      const idle = setTimeout(end, this.times.idle, 'nobody takes a download any more');
      try {
        yield part.value;
      } finally {
        clearTimeout(idle);
      }
    }
  }
}
