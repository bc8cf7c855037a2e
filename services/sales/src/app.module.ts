import { Module } from '@nestjs/common';
import { assembled, CoopDirectory, ProductsConsumer } from '@ayni/service-kit';
import { MarketsPort } from './domain/markets.port.js';
import { SalesPort } from './domain/sales.port.js';
import { MarketsController } from './http/markets.controller.js';
import { SalesController } from './http/sales.controller.js';
import { PostgresMarkets } from './persistence/markets.postgres.js';
import { PostgresSales } from './persistence/sales.postgres.js';
import { RecordSales } from './use-cases/record-sales/record-sales.use-case.js';
import { RegisterMarkets } from './use-cases/register-markets/register-markets.use-case.js';
import { ReverseSale } from './use-cases/reverse-sale/reverse-sale.use-case.js';

/** Joins the ports of sales to PostgreSQL; nothing else does. */
@Module({
  controllers: [SalesController, MarketsController, ProductsConsumer],
  providers: [
    { provide: SalesPort, useClass: PostgresSales },
    { provide: MarketsPort, useClass: PostgresMarkets },
    assembled(RecordSales, CoopDirectory, MarketsPort, SalesPort),
    assembled(ReverseSale, SalesPort),
    assembled(RegisterMarkets, MarketsPort),
  ],
})
export class SalesModule {}
