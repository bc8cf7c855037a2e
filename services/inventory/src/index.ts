import { MemberEntity, UnitEntity, type ServiceDefinition } from '@ayni/service-kit';
import { InventoryModule } from './app.module.js';
import { DeliveryEntity } from './persistence/delivery.entity.js';
import { HarvestEntity } from './persistence/harvest.entity.js';
import { InventoryTotals } from './persistence/inventory-totals.js';
import { IssueEntity } from './persistence/issue.entity.js';
import { LossEntity } from './persistence/loss.entity.js';
import { LotEntity } from './persistence/lot.entity.js';
import { CreateInventory1795320600000 } from './persistence/migrations/20261122T0410-create-inventory.js';
import { CarryOverBroker1795330800000 } from './persistence/migrations/20261122T0700-carry-over-broker.js';
import { KeepStockTotals1795856400000 } from './persistence/migrations/20261128T0900-keep-stock-totals.js';
import { MovementEntity } from './persistence/movement.entity.js';
import { ProductEntity } from './persistence/product.entity.js';
import { rebuilt } from './persistence/rebuilt.js';
import { TakingEntity } from './persistence/taking.entity.js';

/** Products, lots, deliveries, losses, and what each sale took from the store. */
export const inventory: ServiceDefinition = {
  name: 'inventory',
  entities: [
    ProductEntity,
    UnitEntity,
    MemberEntity,
    HarvestEntity,
    DeliveryEntity,
    LossEntity,
    LotEntity,
    MovementEntity,
    TakingEntity,
    IssueEntity,
  ],
  migrations: [CreateInventory1795320600000, CarryOverBroker1795330800000, KeepStockTotals1795856400000],
  module: InventoryModule,
  totals: new InventoryTotals(),
  ...rebuilt,
};
