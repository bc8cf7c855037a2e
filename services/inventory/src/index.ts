import { keepAttachments } from '@ayni/attachments/migrations/20261128T1900-keep-attachments';
import { keepPeriods } from '@ayni/reference-data/migrations/20261128T1600-keep-periods';
import { KeepCounts1795865400000 } from './persistence/migrations/20261128T1130-keep-counts.js';
import { keepPlacesOf } from '@ayni/reference-data/migrations/20261128T1100-keep-places';
import { InventoryModule } from './app.module.js';
import { keepChanges } from '@ayni/facts/migrations/20261128T1400-keep-changes';
import { ChangeEntity } from '@ayni/facts/registered/change.entity';
import { FindByCode1795881000000 } from './persistence/migrations/20261128T1550-find-by-code.js';
import { NameUnits1795875000000 } from './persistence/migrations/20261128T1410-name-units.js';
import { keepUsers } from '@ayni/reference-data/users/20261128T1200-keep-users';
import { keepEndedAccess } from '@ayni/reference-data/users/20261128T1400-keep-ended-access';
import { platformMigrations } from '@ayni/service-kit/platform-migrations';
import { shutDoors } from '@ayni/facts/migrations/20261128T0400-shut-doors';
import { keepLateRecords } from '@ayni/facts/migrations/20261128T1915-keep-late-records';
import { LateRecordEntity, LateSettlementEntity } from '@ayni/facts/late/late-record.entity';
import { tellNamesApart } from '@ayni/facts/migrations/20261128T1500-tell-names-apart';
import type { ServiceDefinition } from '@ayni/service-kit/definition';
import { MemberEntity } from '@ayni/reference-data/register/member.entity';
import { UnitEntity } from '@ayni/reference-data/products/product.entity';
import { registerTotals } from '@ayni/facts/register-totals';
import { totalOf } from '@ayni/facts/totals';
import { deliveries } from './facts/delivery.js';
import { gifts } from './facts/gift.js';
import { losses } from './facts/loss.js';
import { HarvestEntity } from './persistence/harvest.entity.js';
import { IssueEntity } from './persistence/issue.entity.js';
import { LotEntity } from './persistence/lot.entity.js';
import { CreateInventory1795320600000 } from './persistence/migrations/20261122T0410-create-inventory.js';
import { CreateGifts1795842000000 } from './persistence/migrations/20261128T0500-create-gifts.js';
import { IndexListFilters1795858200000 } from './persistence/migrations/20261128T0930-index-list-filters.js';
import { KeepStockTotals1795856400000 } from './persistence/migrations/20261128T0900-keep-stock-totals.js';
import { PictureProducts1796011200000 } from './persistence/migrations/20261130T0400-picture-products.js';
import { MovementEntity } from './persistence/movement.entity.js';
import { openShortages } from './persistence/open-shortages.js';
import { ProductEntity } from './persistence/product.entity.js';
import { rebuilt } from './persistence/rebuilt.js';
import { TakingEntity } from './persistence/taking.entity.js';

/** What people call by a name here, written in whatever case. */
const names = [
  { what: 'product', table: 'products', column: 'code' },
  { what: 'unit', table: 'units', column: 'unit', within: ['coop_id', 'product', 'valid_from'] },
  deliveries.named,
  losses.named,
  gifts.named,
];

/** Products, lots, deliveries, losses, gifts, and what each sale took from the store. */
export const inventory: ServiceDefinition = {
  name: 'inventory',
  entities: [
    LateRecordEntity,
    LateSettlementEntity,
    ProductEntity,
    UnitEntity,
    MemberEntity,
    HarvestEntity,
    ...deliveries.entities,
    ...losses.entities,
    ...gifts.entities,
    LotEntity,
    MovementEntity,
    TakingEntity,
    IssueEntity,
    ChangeEntity,
  ],
  migrations: [
    CreateInventory1795320600000,
    ...platformMigrations('inventory'),
    shutDoors('inventory', [
      { kind: 'delivery', table: 'deliveries' },
      { kind: 'loss', table: 'losses' },
    ]),
    CreateGifts1795842000000,
    KeepStockTotals1795856400000,
    IndexListFilters1795858200000,
    keepPlacesOf([
      { table: 'deliveries', columns: ['unit_price', 'amount'] },
      { table: 'issues', columns: ['centavos'] },
    ]),
    KeepCounts1795865400000,
    keepUsers('inventory'),
    keepChanges('inventory', [{ table: 'products', columns: ['name', 'shelf_life_days'], versioned: true }]),
    NameUnits1795875000000,
    keepEndedAccess('inventory'),
    keepPeriods('inventory'),
    FindByCode1795881000000,
    keepLateRecords('inventory'),
    keepAttachments('inventory'),
    PictureProducts1796011200000,
    ...tellNamesApart(names),
  ],
  module: InventoryModule,
  unfinished: [openShortages],
  totals: {
    written: {
      delivery: deliveries.total,
      loss: losses.total,
      gift: gifts.total,
    },
    applied: {
      register: registerTotals,
      harvest: totalOf('harvest', 'harvests', { quantity: 'quantity', homeUse: 'home_use' }),
      sale: totalOf('sale', 'issues', { lines: 'lines', centavos: 'centavos' }),
    },
  },
  names,
  ...rebuilt,
};
