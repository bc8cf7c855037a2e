import { Module } from '@nestjs/common';
import { CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import { MembersConsumer } from '@ayni/reference-data/register/members.consumer';
import { assembled } from '@ayni/service-kit/assembled';
import { HarvestsConsumer } from './consumers/harvests.consumer.js';
import { SalesConsumer } from './consumers/sales.consumer.js';
import { HarvestsPort } from './domain/harvests.port.js';
import { IssuesPort } from './domain/issues.port.js';
import { ProductsPort } from './domain/products.port.js';
import { StockPort } from './domain/stock.port.js';
import { LateProduceController } from './http/late-records.controller.js';
import { AttachmentsController } from './http/attachments.controller.js';
import { DeliveriesController } from './http/deliveries.controller.js';
import { GiftsController } from './http/gifts.controller.js';
import { LossesController } from './http/losses.controller.js';
import { ProductsController } from './http/products.controller.js';
import { StockController } from './http/stock.controller.js';
import { PostgresHarvests } from './persistence/harvests.postgres.js';
import { PostgresIssues } from './persistence/issues.postgres.js';
import { PostgresProducts } from './persistence/products.postgres.js';
import { PostgresStock } from './persistence/stock.postgres.js';
import { CorrectProducts } from './use-cases/correct-products/correct-products.use-case.js';
import { CorrectUnits } from './use-cases/correct-units/correct-units.use-case.js';
import { UnitsController } from './http/units.controller.js';
import { DefineUnits } from './use-cases/define-units/define-units.use-case.js';
import { IssueSales } from './use-cases/issue-sales/issue-sales.use-case.js';
import { KeepDeliveries } from './use-cases/keep-deliveries/keep-deliveries.use-case.js';
import { KeepGifts } from './use-cases/keep-gifts/keep-gifts.use-case.js';
import { KeepLosses } from './use-cases/keep-losses/keep-losses.use-case.js';
import { ReceiveHarvests } from './use-cases/receive-harvests/receive-harvests.use-case.js';
import { RegisterProducts } from './use-cases/register-products/register-products.use-case.js';
import { ReturnSales } from './use-cases/return-sales/return-sales.use-case.js';
import { TotalStock } from './use-cases/total-stock/total-stock.query.js';
import { WithdrawHarvests } from './use-cases/withdraw-harvests/withdraw-harvests.use-case.js';

/** Joins the ports of inventory to PostgreSQL; nothing else does. */
@Module({
  controllers: [
    LateProduceController,
    ProductsController,
    UnitsController,
    DeliveriesController,
    LossesController,
    GiftsController,
    StockController,
    AttachmentsController,
    MembersConsumer,
    HarvestsConsumer,
    SalesConsumer,
  ],
  providers: [
    { provide: ProductsPort, useClass: PostgresProducts },
    { provide: StockPort, useClass: PostgresStock },
    { provide: HarvestsPort, useClass: PostgresHarvests },
    { provide: IssuesPort, useClass: PostgresIssues },
    assembled(RegisterProducts, ProductsPort),
    assembled(DefineUnits, ProductsPort),
    assembled(CorrectProducts, CoopDirectory),
    assembled(CorrectUnits, CoopDirectory, ProductsPort),
    assembled(KeepDeliveries, CoopDirectory, StockPort, IssuesPort),
    assembled(KeepGifts, CoopDirectory, StockPort, IssuesPort),
    assembled(KeepLosses, CoopDirectory, StockPort, IssuesPort),
    assembled(ReceiveHarvests, HarvestsPort, StockPort, IssuesPort),
    assembled(WithdrawHarvests, HarvestsPort, StockPort, IssuesPort),
    assembled(IssueSales, CoopDirectory, IssuesPort, StockPort),
    assembled(ReturnSales, IssuesPort, StockPort),
    assembled(TotalStock, CoopDirectory),
  ],
})
export class InventoryModule {}
