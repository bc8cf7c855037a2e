import { Server, type CustomTransportStrategy } from '@nestjs/microservices';
import { isObservable, lastValueFrom } from 'rxjs';
import type { CloudEvent } from '@ayni/contracts';
import type { Carrier, Subscription } from '../carrier/carrier.js';
import type { Database } from '@ayni/database/database';
import type { HandlerContext } from './handler-context.js';
import { Inbox, type InboxObserver } from './inbox.js';

/**
 * Nest's side of the inbox: the `@EventPattern` methods of the application are what the consumer
 * declares and applies. A handler that throws makes the inbox decide; Nest's stock servers would
 * lose the event or block behind it.
 */
export class EventStrategy extends Server implements CustomTransportStrategy {
  private subscription: Subscription | undefined;

  constructor(
    private readonly consumer: string,
    private readonly database: Database,
    private readonly carrier: Carrier,
    private readonly observer: InboxObserver,
    /** Asked before each run of events; where it says no, it has told the context what they wait for. */
    private readonly admit: (events: readonly CloudEvent[], context: HandlerContext) => Promise<boolean>,
  ) {
    super();
  }

  listen(callback: () => void): void {
    const inbox = new Inbox(this.consumer, this.declared(), this.database, this.dispatch, this.observer);
    this.subscription = this.carrier.subscribe(inbox);
    callback();
  }

  async close(): Promise<void> {
    await this.subscription?.stop();
  }

  /** The event types that this application has handlers for. */
  declared(): ReadonlySet<string> {
    return new Set(this.messageHandlers.keys());
  }

  async lag(): Promise<ReadonlyMap<string, number>> {
    return (await this.subscription?.lag()) ?? new Map<string, number>();
  }

  on(): never {
    throw new Error('the inbox has no events of its own to listen to');
  }

  unwrap<T>(): T {
    throw new Error('the inbox wraps no other server');
  }

  private readonly dispatch = async (
    type: string,
    events: readonly CloudEvent[],
    context: HandlerContext,
  ): Promise<void> => {
    const handler = this.messageHandlers.get(type);
    if (!handler) throw new Error(`no handler for ${type}`);
    if (!(await this.admit(events, context))) return;
    const answer: unknown = await handler(events, context);
    if (isObservable(answer)) await lastValueFrom(answer, { defaultValue: undefined });
  };
}
