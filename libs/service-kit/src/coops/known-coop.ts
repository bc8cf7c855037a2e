import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { coopRegistered, type CloudEvent } from '@ayni/contracts';
import { Delivery } from '@ayni/messaging';
import { of, type Observable } from 'rxjs';
import { CoopDirectory } from './coop-directory.js';

/** What events of a co-op wait for until its registration has arrived. */
export const COOP_KNOWN = 'co-op registered';

/** Holds back the events of a co-op that this service does not know yet: messages of two services come in any order. */
@Injectable()
export class KnownCoopInterceptor implements NestInterceptor {
  constructor(private readonly coops: CoopDirectory) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    if (context.getType() !== 'rpc') return next.handle();
    const [events, delivery] = context.getArgs<[readonly CloudEvent[], Delivery]>();
    if (events[0]?.type === coopRegistered.type || (await this.coops.find(delivery.tx))) return next.handle();
    for (const event of events) delivery.wait(event, COOP_KNOWN);
    return of(undefined);
  }
}
