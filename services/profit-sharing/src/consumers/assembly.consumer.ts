import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import {
  assemblyClosed,
  householdChanged,
  householdRegistered,
  resolutionAdopted,
  resolutionAdoptedV2,
  type EventOf,
} from '@ayni/contracts';
import type { Day, Instant } from '@ayni/kernel';
import type { HandlerContext } from '@ayni/messaging/inbox/handler-context';
import type { HeldAssembly } from '../domain/papers/minutes.js';
import type { CoveringResolution } from '../domain/rules/resolution.js';
import { KeepAssembly } from '../use-cases/keep-assembly/keep-assembly.use-case.js';

/** Keeps the households that are paid, the resolutions under which runs are approved, and the minutes of assemblies. */
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

  @EventPattern<string>(assemblyClosed.type)
  keepMinutes(
    @Payload() events: readonly EventOf<typeof assemblyClosed>[],
    @Ctx() { tx }: HandlerContext,
  ): Promise<void> {
    return this.keepAssembly.minutes(
      tx,
      events.map(({ data }): HeldAssembly => {
        const { code, place, late, quorumCall, needed, members, present, attendance } = data;
        return {
          ...{ code, place, late, quorumCall, needed, members, present, attendance },
          ...{ day: data.day as Day, calledOn: data.calledOn as Day },
          ...{
            startsAt: data.startsAt as Instant,
            openedAt: data.openedAt as Instant,
            closedAt: data.closedAt as Instant,
          },
          agenda: data.agenda.map(
            ({ votesFor = null, votesAgainst = null, abstentions = null, resolution = null, ...item }) => ({
              ...{ ...item, votesFor, votesAgainst, abstentions, resolution },
            }),
          ),
        };
      }),
    );
  }
}
