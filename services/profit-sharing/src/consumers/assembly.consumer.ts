import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { householdRegistered, resolutionAdopted, type EventOf } from '@ayni/contracts';
import type { Day } from '@ayni/kernel';
import type { HandlerContext } from '@ayni/messaging/inbox/handler-context';
import { KeptFactsPort } from '../domain/kept-facts.port.js';

/** Keeps the households that are paid and the resolutions under which runs are approved. */
@Controller()
export class AssemblyConsumer {
  constructor(private readonly facts: KeptFactsPort) {}

  @EventPattern<string>(householdRegistered.type)
  keepHouseholds(
    @Payload() events: readonly EventOf<typeof householdRegistered>[],
    @Ctx() { tx }: HandlerContext,
  ): Promise<void> {
    return this.facts.keepHouseholds(
      tx,
      events.map(({ data: { code, name } }) => ({ code, name })),
    );
  }

  @EventPattern<string>(resolutionAdopted.type)
  keepResolutions(
    @Payload() events: readonly EventOf<typeof resolutionAdopted>[],
    @Ctx() { tx }: HandlerContext,
  ): Promise<void> {
    return this.facts.keepResolutions(
      tx,
      events.map(({ data: { number, adoptedOn, carried } }) => ({ number, adoptedOn: adoptedOn as Day, carried })),
    );
  }
}
