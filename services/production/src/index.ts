import { ProductEntity, UnitEntity } from '@ayni/reference-data/products/product.entity';
import { MemberEntity } from '@ayni/reference-data/register/member.entity';
import type { ServiceDefinition } from '@ayni/service-kit/definition';
import { ProductionModule } from './app.module.js';
import { CareEntity } from './persistence/care.entity.js';
import { HarvestEntity } from './persistence/harvest.entity.js';
import { CreateProduction1795320600000 } from './persistence/migrations/20261122T0410-create-production.js';
import { CarryOverBroker1795330800000 } from './persistence/migrations/20261122T0700-carry-over-broker.js';
import { ProductionTotals } from './persistence/production-totals.js';
import { rebuilt } from './persistence/rebuilt.js';
import { StructureEntity } from './persistence/structure.entity.js';
import { WorkConfirmationEntity, WorkEntity } from './persistence/work.entity.js';

/** Structures, harvests, work and care. */
export const production: ServiceDefinition = {
  name: 'production',
  entities: [
    StructureEntity,
    HarvestEntity,
    WorkEntity,
    WorkConfirmationEntity,
    CareEntity,
    ProductEntity,
    UnitEntity,
    MemberEntity,
  ],
  migrations: [CreateProduction1795320600000, CarryOverBroker1795330800000],
  module: ProductionModule,
  totals: new ProductionTotals(),
  ...rebuilt,
};
