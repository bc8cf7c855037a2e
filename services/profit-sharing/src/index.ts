import { MemberEntity, type ServiceDefinition } from '@ayni/service-kit';
import { ProfitSharingModule } from './app.module.js';
import { DeliveryEntity, HouseholdEntity, ResolutionEntity, WorkRecordEntity } from './persistence/kept.entity.js';
import { LedgerEntryEntity, LedgerLineEntity } from './persistence/ledger.entity.js';
import { CreateProfitSharing1795320000000 } from './persistence/migrations/20261122T0400-create-profit-sharing.js';
import { CarryOverBroker1795330800000 } from './persistence/migrations/20261122T0700-carry-over-broker.js';
import { KeepLedgerTotals1795856400000 } from './persistence/migrations/20261128T0900-keep-ledger-totals.js';
import { AdvanceEntity, ExpenseEntity, GrantEntity } from './persistence/money.entity.js';
import { ProfitTotals } from './persistence/profit-totals.js';
import { rebuilt } from './persistence/rebuilt.js';
import { RunDebtEntity, RunEntity, RunTiesEntity } from './persistence/run.entity.js';
import { FiscalSeasonEntity } from './persistence/season.entity.js';

/** Seasons, the ledger, and the shares of families. */
export const profitSharing: ServiceDefinition = {
  name: 'profit-sharing',
  entities: [
    MemberEntity,
    HouseholdEntity,
    ResolutionEntity,
    WorkRecordEntity,
    DeliveryEntity,
    FiscalSeasonEntity,
    LedgerEntryEntity,
    LedgerLineEntity,
    ExpenseEntity,
    GrantEntity,
    AdvanceEntity,
    RunEntity,
    RunTiesEntity,
    RunDebtEntity,
  ],
  migrations: [CreateProfitSharing1795320000000, CarryOverBroker1795330800000, KeepLedgerTotals1795856400000],
  module: ProfitSharingModule,
  totals: new ProfitTotals(),
  ...rebuilt,
};
