import { Module } from '@nestjs/common';
import { CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import { MembersConsumer } from '@ayni/reference-data/register/members.consumer';
import { ProductsConsumer } from '@ayni/reference-data/products/products.consumer';
import { assembled } from '@ayni/service-kit/assembled';
import { ConfirmationsPort } from './domain/confirmations.port.js';
import { CareTotalsPort } from './domain/care-totals.port.js';
import { PostgresCareTotals } from './persistence/care-totals.postgres.js';
import { CareCodesPort } from './domain/care-codes.port.js';
import { WorkCodesPort } from './domain/work-codes.port.js';
import { WorkDaysPort } from './domain/work-days.port.js';
import { PostgresCareCodes } from './persistence/care-codes.postgres.js';
import { PostgresWorkCodes } from './persistence/work-codes.postgres.js';
import { PostgresWorkDays } from './persistence/work-days.postgres.js';
import { StructuresPort } from './domain/structures.port.js';
import { AttachmentsController } from './http/attachments.controller.js';
import { LateFieldController } from './http/late-records.controller.js';
import { CareController } from './http/care.controller.js';
import { HarvestsController } from './http/harvests.controller.js';
import { StructuresController } from './http/structures.controller.js';
import { ConfirmationsController, ReleasedConfirmationsController } from './http/confirmations.controller.js';
import { WorkController } from './http/work.controller.js';
import { PostgresConfirmations } from './persistence/confirmations.postgres.js';
import { PostgresStructures } from './persistence/structures.postgres.js';
import { CorrectStructures } from './use-cases/correct-structures/correct-structures.use-case.js';
import { ConfirmWork } from './use-cases/confirm-work/confirm-work.use-case.js';
import { KeepCare } from './use-cases/keep-care/keep-care.use-case.js';
import { KeepHarvests } from './use-cases/keep-harvests/keep-harvests.use-case.js';
import { KeepWork } from './use-cases/keep-work/keep-work.use-case.js';
import { RegisterStructures } from './use-cases/register-structures/register-structures.use-case.js';

/** Joins the ports of production to PostgreSQL; nothing else does. */
@Module({
  controllers: [
    LateFieldController,
    StructuresController,
    HarvestsController,
    WorkController,
    ConfirmationsController,
    ReleasedConfirmationsController,
    CareController,
    AttachmentsController,
    ProductsConsumer,
    MembersConsumer,
  ],
  providers: [
    { provide: StructuresPort, useClass: PostgresStructures },
    { provide: WorkDaysPort, useClass: PostgresWorkDays },
    { provide: WorkCodesPort, useClass: PostgresWorkCodes },
    { provide: CareCodesPort, useClass: PostgresCareCodes },
    { provide: CareTotalsPort, useClass: PostgresCareTotals },
    { provide: ConfirmationsPort, useClass: PostgresConfirmations },
    assembled(RegisterStructures, StructuresPort),
    assembled(CorrectStructures, CoopDirectory),
    assembled(KeepHarvests, CoopDirectory, StructuresPort),
    assembled(KeepWork, CoopDirectory, StructuresPort, WorkDaysPort, WorkCodesPort),
    assembled(ConfirmWork, CoopDirectory, ConfirmationsPort),
    assembled(KeepCare, CoopDirectory, CareCodesPort, CareTotalsPort),
  ],
})
export class ProductionModule {}
