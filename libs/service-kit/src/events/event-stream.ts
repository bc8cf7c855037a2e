import type { ServerResponse } from 'node:http';
import type { Principal } from '@ayni/http/auth/principal';
import type { FedEvent } from '@ayni/messaging/outbox/feed';

/** So soon a client that lost its stream may come again. */
const RETRY_MS = 2_000;
/** A reader who takes nothing more of what has ended is left so soon. */
const FAREWELL_MS = 1_000;

const HEADERS = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  // nobody between may keep it, gather it or pack it
  'Cache-Control': 'no-store, no-transform',
  'X-Accel-Buffering': 'no',
} as const;

/** What somebody follows: with which token, from where on, and which types. */
export type Following = {
  readonly principal: Principal;
  readonly token: string;
  readonly after: bigint;
  readonly types: readonly string[];
};

/** One open answer of Server-Sent Events. It holds no event that its socket does not take. */
export class EventStream {
  private readonly wanted: ReadonlySet<string>;
  private position: bigint;
  private full = false;
  private ended = false;
  private wroteAt = performance.now();

  constructor(
    readonly following: Following,
    private readonly response: ServerResponse,
    /** Called when a socket that was full takes more. */
    onDrained: () => void,
  ) {
    this.wanted = new Set(following.types);
    this.position = following.after;
    response.on('drain', () => {
      this.full = false;
      onDrained();
    });
    response.writeHead(200, HEADERS);
    // who is cut off before the first event knows all the same from where to go on
    this.write(`retry: ${RETRY_MS}\nid: ${this.position}\n\n`);
  }

  /** The position after which it wants more. */
  get after(): bigint {
    return this.position;
  }

  /** Whether more may be read for it. */
  get takesMore(): boolean {
    return !this.full && !this.ended;
  }

  /**
   * Writes events until the socket is full; what is left is read again when there is room.
   * @param next how far has been read, where all were written
   */
  take(events: readonly FedEvent[], next: bigint): void {
    for (const { position, event } of events) {
      if (!this.takesMore) return;
      if (position <= this.position || !this.wanted.has(event.type)) continue;
      this.position = position;
      this.write(`id: ${position}\ndata: ${JSON.stringify(event)}\n\n`);
    }
    if (this.takesMore && next > this.position) this.position = next;
  }

  /** Says that it is still there, where nothing was written for so long. @returns whether it did */
  beat(everyMs: number): boolean {
    if (!this.takesMore || performance.now() - this.wroteAt < everyMs) return false;
    this.write(': still here\n\n');
    return true;
  }

  end(): void {
    if (this.ended) return;
    this.ended = true;
    this.response.end();
    const late = setTimeout(() => this.response.destroy(), FAREWELL_MS);
    this.response.once('close', () => clearTimeout(late));
  }

  private write(text: string): void {
    this.wroteAt = performance.now();
    this.full = !this.response.write(text);
  }
}
