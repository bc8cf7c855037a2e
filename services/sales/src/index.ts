import { ProductEntity, UnitEntity, type ServiceDefinition } from '@ayni/service-kit';
import { SalesModule } from './app.module.js';
import { MarketEntity } from './persistence/market.entity.js';
import { CreateSales1795320000000 } from './persistence/migrations/20261122T0400-create-sales.js';
import { CarryOverBroker1795330800000 } from './persistence/migrations/20261122T0700-carry-over-broker.js';
import { DropCatalogueVersions1795842000000 } from './persistence/migrations/20261128T0500-drop-catalogue-versions.js';
import { rebuilt } from './persistence/rebuilt.js';
import { SaleEntity, SaleLineEntity } from './persistence/sale.entity.js';
import { SaleTotals } from './persistence/sale-totals.js';

/** Markets and receipts. */
export const sales: ServiceDefinition = {
  name: 'sales',
  entities: [SaleEntity, SaleLineEntity, MarketEntity, ProductEntity, UnitEntity],
  migrations: [CreateSales1795320000000, CarryOverBroker1795330800000, DropCatalogueVersions1795842000000],
  module: SalesModule,
  totals: new SaleTotals(),
  ...rebuilt,
};
