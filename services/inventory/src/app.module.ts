import { Module } from '@nestjs/common';
import { CoopDirectory, MembersConsumer } from '@ayni/service-kit';
import { HarvestsConsumer } from './consumers/harvests.consumer.js';
import { SalesConsumer } from './consumers/sales.consumer.js';
import { DeliveriesPort } from './domain/deliveries.port.js';
import { HarvestsPort } from './domain/harvests.port.js';
import { IssuesPort } from './domain/issues.port.js';
import { LossesPort } from './domain/losses.port.js';
import { ProductsPort } from './domain/products.port.js';
import { StockPort } from './domain/stock.port.js';
import { DeliveriesController } from './http/deliveries.controller.js';
import { LossesController } from './http/losses.controller.js';
import { ProductsController } from './http/products.controller.js';
import { StockController } from './http/stock.controller.js';
import { PostgresDeliveries } from './persistence/deliveries.postgres.js';
import { PostgresHarvests } from './persistence/harvests.postgres.js';
import { PostgresIssues } from './persistence/issues.postgres.js';
import { PostgresLosses } from './persistence/losses.postgres.js';
import { PostgresProducts } from './persistence/products.postgres.js';
import { PostgresStock } from './persistence/stock.postgres.js';
import { DefineUnits } from './use-cases/define-units/define-units.use-case.js';
import { IssueSales } from './use-cases/issue-sales/issue-sales.use-case.js';
import { ReceiveHarvests } from './use-cases/receive-harvests/receive-harvests.use-case.js';
import { RecordDeliveries } from './use-cases/record-deliveries/record-deliveries.use-case.js';
import { RecordLosses } from './use-cases/record-losses/record-losses.use-case.js';
import { RegisterProducts } from './use-cases/register-products/register-products.use-case.js';
import { ReturnSales } from './use-cases/return-sales/return-sales.use-case.js';
import { ReverseDelivery } from './use-cases/reverse-delivery/reverse-delivery.use-case.js';
import { ReverseLoss } from './use-cases/reverse-loss/reverse-loss.use-case.js';
import { WithdrawHarvests } from './use-cases/withdraw-harvests/withdraw-harvests.use-case.js';

/** Joins the ports of inventory to PostgreSQL; nothing else does. */
@Module({
  controllers: [
    ProductsController,
    DeliveriesController,
    LossesController,
    StockController,
    MembersConsumer,
    HarvestsConsumer,
    SalesConsumer,
  ],
  providers: [
    { provide: ProductsPort, useClass: PostgresProducts },
    { provide: StockPort, useClass: PostgresStock },
    { provide: HarvestsPort, useClass: PostgresHarvests },
    { provide: IssuesPort, useClass: PostgresIssues },
    { provide: DeliveriesPort, useClass: PostgresDeliveries },
    { provide: LossesPort, useClass: PostgresLosses },
    {
      provide: RegisterProducts,
      useFactory: (products: ProductsPort) => new RegisterProducts(products),
      inject: [ProductsPort],
    },
    { provide: DefineUnits, useFactory: (products: ProductsPort) => new DefineUnits(products), inject: [ProductsPort] },
    {
      provide: RecordDeliveries,
      useFactory: (coops: CoopDirectory, deliveries: DeliveriesPort, stock: StockPort) =>
        new RecordDeliveries(coops, deliveries, stock),
      inject: [CoopDirectory, DeliveriesPort, StockPort],
    },
    {
      provide: ReverseDelivery,
      useFactory: (deliveries: DeliveriesPort, stock: StockPort, issues: IssuesPort) =>
        new ReverseDelivery(deliveries, stock, issues),
      inject: [DeliveriesPort, StockPort, IssuesPort],
    },
    {
      provide: RecordLosses,
      useFactory: (coops: CoopDirectory, losses: LossesPort, stock: StockPort) =>
        new RecordLosses(coops, losses, stock),
      inject: [CoopDirectory, LossesPort, StockPort],
    },
    {
      provide: ReverseLoss,
      useFactory: (losses: LossesPort, stock: StockPort) => new ReverseLoss(losses, stock),
      inject: [LossesPort, StockPort],
    },
    {
      provide: ReceiveHarvests,
      useFactory: (harvests: HarvestsPort, stock: StockPort) => new ReceiveHarvests(harvests, stock),
      inject: [HarvestsPort, StockPort],
    },
    {
      provide: WithdrawHarvests,
      useFactory: (harvests: HarvestsPort, stock: StockPort, issues: IssuesPort) =>
        new WithdrawHarvests(harvests, stock, issues),
      inject: [HarvestsPort, StockPort, IssuesPort],
    },
    {
      provide: IssueSales,
      useFactory: (issues: IssuesPort, stock: StockPort) => new IssueSales(issues, stock),
      inject: [IssuesPort, StockPort],
    },
    {
      provide: ReturnSales,
      useFactory: (issues: IssuesPort, stock: StockPort) => new ReturnSales(issues, stock),
      inject: [IssuesPort, StockPort],
    },
  ],
})
export class InventoryModule {}
