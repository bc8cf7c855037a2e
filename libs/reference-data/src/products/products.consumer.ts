import { Controller } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { productChanged, productRegistered, unitChanged, unitDefined, type EventOf } from '@ayni/contracts';
import type { Day } from '@ayni/kernel';
import { statement } from '@ayni/database/statement';
import type { HandlerContext } from '@ayni/messaging/inbox/handler-context';
import { ProductEntity, UnitEntity } from './product.entity.js';

const correctProduct = statement(
  'correct product',
  `UPDATE products SET name = $2, retired_on = $3 WHERE coop_id = current_setting('app.coop')::uuid AND code = $1`,
);

const correctUnit = statement(
  'correct unit',
  `UPDATE units SET factor = $4, retired_on = $5
   WHERE coop_id = current_setting('app.coop')::uuid AND product = $1 AND unit = $2 AND valid_from = $3`,
);

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

  @EventPattern<string>(productChanged.type)
  async correctProducts(
    @Payload() events: readonly EventOf<typeof productChanged>[],
    @Ctx() { tx }: HandlerContext,
  ): Promise<void> {
    for (const { data } of events) await tx.query(correctProduct, [data.code, data.name, data.retiredOn ?? null]);
  }

  @EventPattern<string>(unitChanged.type)
  async correctUnits(
    @Payload() events: readonly EventOf<typeof unitChanged>[],
    @Ctx() { tx }: HandlerContext,
  ): Promise<void> {
    for (const { data } of events)
      await tx.query(correctUnit, [data.product, data.unit, data.validFrom, data.factor, data.retiredOn ?? null]);
  }
}
