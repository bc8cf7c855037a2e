import { deliveryReceived, deliveryReversed } from '@ayni/contracts';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import { recordRows } from '@ayni/facts/record';
import { reverseFact } from '@ayni/facts/reverse';
import { DeliveriesPort } from '../domain/deliveries.port.js';
import type { Delivery } from '../domain/delivery.js';
import { deliveryAggregate, deliveryData } from '../publishing/delivery-events.js';
import { DeliveryEntity } from './delivery.entity.js';

const read = statement(
  'read delivery',
  `SELECT code, delivered_at AS "deliveredAt", day, member, product, quantity, unit, stock_unit AS "stockUnit",
     stock_quantity AS "stockQuantity", unit_price AS "unitPrice", amount, currency
   FROM deliveries WHERE coop_id = current_setting('app.coop')::uuid AND code = $1`,
);

/** Deliveries in PostgreSQL; what is added or taken back goes to the outbox in the same transaction. */
export class PostgresDeliveries extends DeliveriesPort {
  async add(
    tx: Transaction,
    entries: readonly { readonly delivery: Delivery; readonly digest: string; readonly by: string }[],
  ): Promise<readonly Delivery[]> {
    const recordedAt = tx.now.toISOString();
    const rows = entries.map(({ delivery, digest, by }) => ({ ...delivery, digest, recordedBy: by, recordedAt }));
    const { fresh } = await recordRows(tx, DeliveryEntity, rows, { key: 'code' });
    for (const delivery of fresh) tx.publish(deliveryReceived, deliveryAggregate(delivery), 1, deliveryData(delivery));
    return fresh;
  }

  async find(tx: Transaction, code: string): Promise<Delivery | undefined> {
    return (await tx.query<Delivery>(read, [code]))[0];
  }

  async reverse(tx: Transaction, delivery: Delivery, reason: string, by: string): Promise<void> {
    await reverseFact(tx, 'delivery', { code: delivery.code, reason, by });
    tx.publish(deliveryReversed, deliveryAggregate(delivery), 2, { ...deliveryData(delivery), reason });
  }
}
