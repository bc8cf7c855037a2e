import { Module } from '@nestjs/common';
import { CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import { ProductsConsumer } from '@ayni/reference-data/products/products.consumer';
import { MembersConsumer } from '@ayni/reference-data/register/members.consumer';
import { assembled } from '@ayni/service-kit/assembled';
import { CarePort } from './domain/care.port.js';
import { HarvestsPort } from './domain/harvests.port.js';
import { StructuresPort } from './domain/structures.port.js';
import { WorkPort } from './domain/work.port.js';
import { CareController } from './http/care.controller.js';
import { HarvestsController } from './http/harvests.controller.js';
import { StructuresController } from './http/structures.controller.js';
import { WorkController } from './http/work.controller.js';
import { PostgresCare } from './persistence/care.postgres.js';
import { PostgresHarvests } from './persistence/harvests.postgres.js';
import { PostgresStructures } from './persistence/structures.postgres.js';
import { PostgresWork } from './persistence/work.postgres.js';
import { ConfirmWork } from './use-cases/confirm-work/confirm-work.use-case.js';
import { RecordCare } from './use-cases/record-care/record-care.use-case.js';
import { RecordHarvests } from './use-cases/record-harvests/record-harvests.use-case.js';
import { RecordWork } from './use-cases/record-work/record-work.use-case.js';
import { RegisterStructures } from './use-cases/register-structures/register-structures.use-case.js';
import { ReverseCare } from './use-cases/reverse-care/reverse-care.use-case.js';
import { ReverseHarvest } from './use-cases/reverse-harvest/reverse-harvest.use-case.js';
import { ReverseWork } from './use-cases/reverse-work/reverse-work.use-case.js';

/** Joins the ports of production to PostgreSQL; nothing else does. */
@Module({
  controllers: [
    StructuresController,
    HarvestsController,
    WorkController,
    CareController,
    ProductsConsumer,
    MembersConsumer,
  ],
  providers: [
    { provide: StructuresPort, useClass: PostgresStructures },
    { provide: HarvestsPort, useClass: PostgresHarvests },
    { provide: WorkPort, useClass: PostgresWork },
    { provide: CarePort, useClass: PostgresCare },
    assembled(RegisterStructures, StructuresPort),
    assembled(RecordHarvests, CoopDirectory, HarvestsPort),
    assembled(ReverseHarvest, HarvestsPort),
    assembled(RecordWork, CoopDirectory, StructuresPort, WorkPort),
    assembled(ConfirmWork, WorkPort),
    assembled(ReverseWork, WorkPort),
    assembled(RecordCare, CoopDirectory, CarePort),
    assembled(ReverseCare, CarePort),
  ],
})
export class ProductionModule {}
