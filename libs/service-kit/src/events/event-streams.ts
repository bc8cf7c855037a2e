import type { ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { Refusal, type CoopId } from '@ayni/kernel';
import type { Database } from '@ayni/database/database';
import type { Standing } from '@ayni/http/auth/standing';
import type { TokenVerifier } from '@ayni/http/auth/token';
import type { Clock } from '@ayni/http/clock';
import { Turnstile } from '@ayni/http/turnstile';
import { readFeed } from '@ayni/messaging/outbox/feed';
import { EventStream, type Following } from './event-stream.js';

/** So many streams of a service one user has. */
const OF_ONE_USER = 3;
/** So many a process has of a service: a proxy in front keeps connections for other requests. */
const STREAMS_MAX = 128;
/** So many events are read at a time. */
const PAGE = 100;
/** So many co-ops are looked for at a time; the other connections are for requests. */
const LOOKS_AT_ONCE = 2;
/** However often it rings, a co-op is looked for once in so long. */
const LULL_MS = 50;
/** How often it is looked whether who follows still may. */
const CHECK_MS = 1_000;
/** Proxies give up an answer in which nothing comes for a minute. */
const BEAT_MS = 15_000;

type CoopStreams = {
  readonly open: Set<EventStream>;
  rung: boolean;
  going: boolean;
  /** Whether the last look failed; it is taken again at the next check. */
  failed: boolean;
};

/**
 * The open streams of a service in this process. When the relay rings, each co-op that somebody follows is looked for
 * once for all who stand at the same place; a stream whose socket is full has nothing read for it until that has room.
 */
export class EventStreams {
  private readonly coops = new Map<CoopId, CoopStreams>();
  private readonly turnstile = new Turnstile(LOOKS_AT_ONCE, STREAMS_MAX);
  private checking: NodeJS.Timeout | undefined;
  private closed = false;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly tokens: TokenVerifier,
    private readonly standing: Standing,
    private readonly onFault: (error: unknown) => void,
    private readonly beatMs = BEAT_MS,
  ) {}

  /** Answers with what somebody follows, until she goes or may not any more. @throws Refusal `too-many-streams`, `not-ready` */
  open(following: Following, response: ServerResponse): void {
    const { coop, user } = following.principal;
    const all = [...this.coops.values()].flatMap(({ open }) => [...open]);
    if (this.closed || all.length >= STREAMS_MAX) throw new Refusal('not-ready');
    const own = all.filter(({ following: { principal } }) => principal.coop === coop && principal.user === user);
    if (own.length >= OF_ONE_USER) throw new Refusal('too-many-streams', '', { limit: String(OF_ONE_USER) });
    const streams = this.coops.get(coop) ?? { open: new Set(), rung: false, going: false, failed: false };
    this.coops.set(coop, streams);
    const stream = new EventStream(following, response, () => this.look(streams));
    streams.open.add(stream);
    response.once('close', () => {
      streams.open.delete(stream);
      if (streams.open.size === 0 && this.coops.get(coop) === streams) this.coops.delete(coop);
      if (this.coops.size === 0) this.rest();
    });
    this.checking ??= setInterval(() => void this.check(), CHECK_MS);
    this.look(streams);
  }

  /** There is more to be read. */
  ring(): void {
    for (const streams of this.coops.values()) this.look(streams);
  }

  /** Ends all of them, and opens no other. */
  close(): void {
    this.closed = true;
    for (const { open } of this.coops.values()) for (const stream of open) stream.end();
    this.rest();
  }

  private rest(): void {
    clearInterval(this.checking);
    this.checking = undefined;
  }

  private look(streams: CoopStreams): void {
    streams.rung = true;
    if (streams.going) return;
    streams.going = true;
    streams.failed = false;
    this.goOn(streams)
      .catch((error: unknown) => {
        streams.failed = true;
        this.onFault(error);
      })
      .finally(() => {
        streams.going = false;
        // somebody rang when it was just ending
        if (streams.rung && !streams.failed) this.look(streams);
      });
  }

  private async goOn(streams: CoopStreams): Promise<void> {
    while (streams.rung) {
      streams.rung = false;
      for (const together of atOnePlace(streams.open)) if (await this.feed(together)) streams.rung = true;
      if (!streams.rung) await pause(LULL_MS);
    }
  }

  /** Reads once for streams that stand at one place. @returns whether there is more for them at once */
  private async feed(streams: readonly EventStream[]): Promise<boolean> {
    const [{ after, following } = {}] = streams;
    if (after === undefined || following === undefined) return false;
    const types = [...new Set(streams.flatMap((stream) => stream.following.types))];
    const { events, next } = await this.turnstile.pass(() =>
      this.database.read(following.principal.coop, (tx) => readFeed(tx, after, types, PAGE)),
    );
    for (const stream of streams) stream.take(events, next);
    return events.length === PAGE && streams.some(({ takesMore }) => takesMore);
  }

  private async check(): Promise<void> {
    for (const streams of [...this.coops.values()]) {
      await Promise.all([...streams.open].map((stream) => this.endUnlessGood(stream)));
      const beats = [...streams.open].filter((stream) => stream.beat(this.beatMs));
      // whatever bell was missed is made good here
      if (streams.failed || beats.length > 0) this.look(streams);
    }
  }

  private async endUnlessGood(stream: EventStream): Promise<void> {
    const { principal, token } = stream.following;
    try {
      await this.tokens.verify(token, this.clock.now());
      await this.standing.check(principal);
    } catch (error) {
      // a database that is away says nothing about her
      if (error instanceof Refusal) stream.end();
    }
  }
}

/** Those that take more, together by where they stand. */
function atOnePlace(streams: Iterable<EventStream>): EventStream[][] {
  const places = new Map<bigint, EventStream[]>();
  for (const stream of streams) {
    if (!stream.takesMore) continue;
    const there = places.get(stream.after);
    if (there) there.push(stream);
    else places.set(stream.after, [stream]);
  }
  return [...places.values()];
}
