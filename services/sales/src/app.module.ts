import { Module } from '@nestjs/common';
import { CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import { ProductsConsumer } from '@ayni/reference-data/products/products.consumer';
import { assembled } from '@ayni/service-kit/assembled';
import { MarketsPort } from './domain/markets.port.js';
import { LateSalesController } from './http/late-records.controller.js';
import { MarketsController } from './http/markets.controller.js';
import { SalesController, SalesTotalsController } from './http/sales.controller.js';
import { StallController } from './http/stall.controller.js';
import { PostgresMarkets } from './persistence/markets.postgres.js';
import { CorrectMarkets } from './use-cases/correct-markets/correct-markets.use-case.js';
import { KeepSales } from './use-cases/keep-sales/keep-sales.use-case.js';
import { ShowPrices } from './use-cases/show-prices/show-prices.query.js';
import { ShowSale } from './use-cases/show-sale/show-sale.query.js';
import { RegisterMarkets } from './use-cases/register-markets/register-markets.use-case.js';

/** Joins the ports of sales to PostgreSQL; nothing else does. */
@Module({
  controllers: [
    LateSalesController,
    SalesController,
    SalesTotalsController,
    MarketsController,
    StallController,
    ProductsConsumer,
  ],
  providers: [
    { provide: MarketsPort, useClass: PostgresMarkets },
    assembled(KeepSales, CoopDirectory, MarketsPort),
    assembled(RegisterMarkets, MarketsPort),
    assembled(CorrectMarkets, CoopDirectory, MarketsPort),
    assembled(ShowSale, CoopDirectory),
    assembled(ShowPrices, MarketsPort),
  ],
})
export class SalesModule {}
