import { keepAttachments } from '@ayni/attachments/migrations/20261128T1900-keep-attachments';
import { keepPeriods } from '@ayni/reference-data/migrations/20261128T1600-keep-periods';
import { keepPlacesOf } from '@ayni/reference-data/migrations/20261128T1100-keep-places';
import { ProductionModule } from './app.module.js';
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
import { MemberEntity } from '@ayni/reference-data/register/member.entity';
import { ProductEntity, UnitEntity } from '@ayni/reference-data/products/product.entity';
import { registerTotals } from '@ayni/facts/register-totals';
import { care } from './facts/care.js';
import { harvests } from './facts/harvest.js';
import { work } from './facts/work.js';
import { ConfirmationEntity } from './persistence/confirmation.entity.js';
import { CreateProduction1795320600000 } from './persistence/migrations/20261122T0410-create-production.js';
import { IndexListFilters1795858200000 } from './persistence/migrations/20261128T0930-index-list-filters.js';
import { AttachToWork1795893000000 } from './persistence/migrations/20261128T1910-attach-to-work.js';
import { KeySentCodes1795890600000 } from './persistence/migrations/20261128T1830-key-sent-codes.js';
import { MarkOnePerson1795870800000 } from './persistence/migrations/20261128T1300-mark-one-person.js';
import { names } from './persistence/names.js';
import { rebuilt } from './persistence/rebuilt.js';
import { onePersonWork, unconfirmedWork, workAfterLeaving } from './persistence/unfinished-work.js';
import { CareTotalEntity } from './persistence/care-total.entity.js';
import { careTotals } from './persistence/care-totals.postgres.js';
import { TotalCare1795907400000 } from './persistence/migrations/20261128T2310-total-care.js';
import { StructureEntity } from './persistence/structure.entity.js';

/** Structures, harvests, work and care. */
export const production: ServiceDefinition = {
  name: 'production',
  entities: [
    LateRecordEntity,
    LateSettlementEntity,
    StructureEntity,
    ...harvests.entities,
    ...work.entities,
    ConfirmationEntity,
    ...care.entities,
    CareTotalEntity,
    ProductEntity,
    UnitEntity,
    MemberEntity,
    ChangeEntity,
  ],
  migrations: [
    CreateProduction1795320600000,
    ...platformMigrations('production'),
    shutDoors('production', [
      { kind: 'harvest', table: 'harvests' },
      { kind: 'work', table: 'work', abouts: ['work_confirmations'] },
      { kind: 'care', table: 'care' },
    ]),
    IndexListFilters1795858200000,
    keepPlacesOf([]),
    keepUsers('production'),
    keepEndedAccess('production'),
    MarkOnePerson1795870800000,
    keepChanges('production', [{ table: 'structures', columns: ['name', 'kind', 'area_m2'] }]),
    correctProducts('production'),
    keepPeriods('production'),
    KeySentCodes1795890600000,
    keepAttachments('production'),
    AttachToWork1795893000000,
    keepLateRecords('production'),
    TotalCare1795907400000,
    ...tellNamesApart(names),
  ],
  module: ProductionModule,
  unfinished: [unconfirmedWork, onePersonWork, workAfterLeaving],
  totals: {
    written: { harvest: harvests.total, work: work.total, care: care.total, 'care-total': careTotals },
    applied: { register: registerTotals },
  },
  names,
  ...rebuilt,
};
