import { keepPlacesOf } from '@ayni/reference-data/migrations/20261128T1100-keep-places';
import { ProductEntity, UnitEntity } from '@ayni/reference-data/products/product.entity';
import { keepChanges } from '@ayni/facts/migrations/20261128T1400-keep-changes';
import { ChangeEntity } from '@ayni/facts/registered/change.entity';
import { correctProducts } from '@ayni/reference-data/migrations/20261128T1410-correct-products';
import { keepUsers } from '@ayni/reference-data/users/20261128T1200-keep-users';
import { keepEndedAccess } from '@ayni/reference-data/users/20261128T1400-keep-ended-access';
import { platformMigrations } from '@ayni/service-kit/platform-migrations';
import { shutDoors } from '@ayni/facts/migrations/20261128T0400-shut-doors';
import { keepLateRecords } from '@ayni/facts/migrations/20261128T1915-keep-late-records';
import { LateRecordEntity, LateSettlementEntity } from '@ayni/facts/late/late-record.entity';
import { tellNamesApart } from '@ayni/facts/migrations/20261128T1500-tell-names-apart';
import type { ServiceDefinition } from '@ayni/service-kit/definition';
import { SalesModule } from './app.module.js';
import { sales as receipts } from './facts/sale.js';
import { MarketEntity } from './persistence/market.entity.js';
import { CreateSales1795320000000 } from './persistence/migrations/20261122T0400-create-sales.js';
import { DropCatalogueVersions1795842000000 } from './persistence/migrations/20261128T0500-drop-catalogue-versions.js';
import { CallMarkets1795874100000 } from './persistence/migrations/20261128T1355-call-markets.js';
import { IndexListFilters1795858200000 } from './persistence/migrations/20261128T0930-index-list-filters.js';
import { KeepMarketTotals1795856400000 } from './persistence/migrations/20261128T0900-keep-market-totals.js';
import { IndexCredit1795871400000 } from './persistence/migrations/20261128T1310-index-credit.js';
import { FindLastPrices1795891200000 } from './persistence/migrations/20261128T1840-find-last-prices.js';
import { salesOnCredit } from './persistence/sales-on-credit.js';
import { names } from './persistence/names.js';
import { rebuilt } from './persistence/rebuilt.js';

/** Markets and receipts. */
export const sales: ServiceDefinition = {
  name: 'sales',
  entities: [
    LateRecordEntity,
    LateSettlementEntity,
    ...receipts.entities,
    MarketEntity,
    ProductEntity,
    UnitEntity,
    ChangeEntity,
  ],
  migrations: [
    CreateSales1795320000000,
    ...platformMigrations('sales'),
    shutDoors('sales', [{ kind: 'sale', table: 'sales' }]),
    DropCatalogueVersions1795842000000,
    KeepMarketTotals1795856400000,
    IndexListFilters1795858200000,
    keepPlacesOf([
      { table: 'sales', columns: ['total'] },
      { table: 'sale_lines', columns: ['unit_price', 'amount'] },
      { table: 'market_totals', columns: ['amount'] },
    ]),
    keepUsers('sales'),
    correctProducts('sales'),
    keepChanges('sales', [{ table: 'markets', columns: ['called'] }]),
    CallMarkets1795874100000,
    IndexCredit1795871400000,
    keepEndedAccess('sales'),
    FindLastPrices1795891200000,
    keepLateRecords('sales'),
    ...tellNamesApart(names),
  ],
  module: SalesModule,
  unfinished: [salesOnCredit],
  totals: { written: { sale: receipts.total }, applied: {} },
  names,
  ...rebuilt,
};
