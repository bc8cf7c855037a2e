import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import {
  householdChanged,
  householdRegistered,
  resolutionAdopted,
  resolutionAdoptedV2,
  type EventOf,
} from '@ayni/contracts';
import type { Day } from '@ayni/kernel';
import type { HandlerContext } from '@ayni/messaging/inbox/handler-context';
import type { CoveringResolution } from '../domain/resolution.js';
import { KeepAssembly } from '../use-cases/keep-assembly/keep-assembly.use-case.js';

/** Keeps the households that are paid and the resolutions under which runs are approved. */
@Controller()
export class AssemblyConsumer {
  constructor(private readonly keepAssembly: KeepAssembly) {}

  @EventPattern<string>(householdRegistered.type)
  keepHouseholds(
    @Payload() events: readonly EventOf<typeof householdRegistered>[],
    @Ctx() { tx }: HandlerContext,
  ): Promise<void> {
    return this.keepAssembly.households(
      tx,
      events.map(({ data: { code, name } }) => ({ code, name })),
    );
  }

  @EventPattern<string>(householdChanged.type)
  correctHouseholds(
    @Payload() events: readonly EventOf<typeof householdChanged>[],
    @Ctx() { tx }: HandlerContext,
  ): Promise<void> {
    return this.keepAssembly.correctHouseholds(
      tx,
      events.map(({ data: { code, name } }) => ({ code, name })),
    );
  }

  @EventPattern<string>(resolutionAdopted.type)
  keepResolutions(
    @Payload() events: readonly EventOf<typeof resolutionAdopted>[],
    @Ctx() { tx }: HandlerContext,
  ): Promise<void> {
    return this.keepAssembly.resolutions(
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
    return this.keepAssembly.covered(
      tx,
      events.map(({ data: { number, adoptedOn, carried, covers } }): CoveringResolution => {
        return { number, adoptedOn: adoptedOn as Day, carried, covers };
      }),
    );
  }
}
