import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { householdRegistered, resolutionAdopted, resolutionAdoptedV2, type EventOf } from '@ayni/contracts';
import type { Day } from '@ayni/kernel';
import type { HandlerContext } from '@ayni/messaging/inbox/handler-context';
import { KeptFactsPort } from '../domain/kept-facts.port.js';
import type { CoveringResolution } from '../domain/resolution.js';
import { ResolutionsPort } from '../domain/resolutions.port.js';

/** Keeps the households that are paid and the resolutions under which runs are approved. */
@Controller()
export class AssemblyConsumer {
  constructor(
    private readonly facts: KeptFactsPort,
    private readonly resolutions: ResolutionsPort,
  ) {}

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
    return this.resolutions.keep(
      tx,
      events.map(({ data: { number, adoptedOn, carried } }) => ({ number, adoptedOn: adoptedOn as Day, carried })),
    );
  }

  /** Follows the first version of the same, where there is one. */
  @EventPattern<string>(resolutionAdoptedV2.type)
  keepCovered(
    @Payload() events: readonly EventOf<typeof resolutionAdoptedV2>[],
    @Ctx() { tx }: HandlerContext,
  ): Promise<void> {
    return this.resolutions.keepCovered(
      tx,
      events.map(({ data: { number, adoptedOn, carried, covers } }): CoveringResolution => {
        return { number, adoptedOn: adoptedOn as Day, carried, covers };
      }),
    );
  }
}
