import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { harvestRecorded, harvestReversed, type EventOf } from '@ayni/contracts';
import { parseCommandId, stockQuantity, type Day, type Instant } from '@ayni/kernel';
import type { HandlerContext } from '@ayni/messaging/inbox/handler-context';
import { ReceiveHarvests } from '../use-cases/receive-harvests/receive-harvests.use-case.js';
import { WithdrawHarvests } from '../use-cases/withdraw-harvests/withdraw-harvests.use-case.js';

/** Puts into the store what production harvests. */
@Controller()
export class HarvestsConsumer {
  constructor(
    private readonly receiveHarvests: ReceiveHarvests,
    private readonly withdrawHarvests: WithdrawHarvests,
  ) {}

  @EventPattern<string>(harvestRecorded.type)
  async receive(
    @Payload() events: readonly EventOf<typeof harvestRecorded>[],
    @Ctx() { tx }: HandlerContext,
  ): Promise<void> {
    const harvests = events.map(({ commandid, data }) => ({
      code: data.code,
      harvestedAt: data.harvestedAt as Instant,
      day: data.day as Day,
      structure: data.structure,
      product: data.product,
      unit: data.unit,
      stockUnit: data.stockUnit,
      quantity: stockQuantity(BigInt(data.stockQuantity)),
      homeUse: stockQuantity(BigInt(data.homeUse)),
      command: parseCommandId(commandid),
    }));
    await this.receiveHarvests.run(tx, harvests);
  }

  @EventPattern<string>(harvestReversed.type)
  async withdraw(
    @Payload() events: readonly EventOf<typeof harvestReversed>[],
    @Ctx() { tx }: HandlerContext,
  ): Promise<void> {
    const withdrawals = events.map(({ commandid, data: { code, reason } }) => {
      return { code, reason, command: parseCommandId(commandid) };
    });
    await this.withdrawHarvests.run(tx, withdrawals);
  }
}
