import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { productRegistered, unitDefined, type EventOf } from '@ayni/contracts';
import type { Day } from '@ayni/kernel';
import type { HandlerContext } from '@ayni/messaging/inbox/handler-context';
import { ProductEntity, UnitEntity } from './product.entity.js';

/** Keeps the products and units that inventory defines. */
@Controller()
export class ProductsConsumer {
  @EventPattern<string>(productRegistered.type)
  async keepProducts(
    @Payload() events: readonly EventOf<typeof productRegistered>[],
    @Ctx() { tx }: HandlerContext,
  ): Promise<void> {
    const rows = events.map(({ data: { code, name, stockUnit } }) => ({ code, name, stockUnit }));
    await tx.insert(ProductEntity, rows, { onConflict: 'nothing' });
  }

  @EventPattern<string>(unitDefined.type)
  async keepUnits(
    @Payload() events: readonly EventOf<typeof unitDefined>[],
    @Ctx() { tx }: HandlerContext,
  ): Promise<void> {
    const rows = events.map(({ data: { product, unit, factor, validFrom } }) => ({
      product,
      unit,
      factor,
      validFrom: validFrom as Day,
    }));
    await tx.insert(UnitEntity, rows, { onConflict: 'nothing' });
  }
}
