import { Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Database } from '@ayni/database/database';
import { registeredController } from '@ayni/facts/registered/registered-controller';
import { Roles } from '@ayni/http/auth/auth.guard';
import { CommandDesk } from '@ayni/http/commands/command-desk';
import { BringsRows, Rows, type Load } from '@ayni/http/commands/load';
import type { LoadAnswer, TrialAnswer } from '@ayni/http/commands/load-answer';
import { SingleLoads } from '@ayni/http/commands/loads';
import { ListReader } from '@ayni/http/list-reader';
import { products } from '../registered/product.js';
import { CorrectProducts } from '../use-cases/correct-products/correct-products.use-case.js';
import { RegisterProducts } from '../use-cases/register-products/register-products.use-case.js';
import { ProductRequest } from './products.request.js';

/** What the co-op grows and sells. */
@ApiTags('products')
@Controller('products')
export class ProductsController extends registeredController(products, CorrectProducts, {
  correct: ['manager'],
  list: ['member', 'seller', 'manager', 'treasurer', 'president', 'integrator'],
  changes: ['manager', 'treasurer', 'president'],
  refuses: ['unknown-reference', 'not-a-picture'],
}) {
  private readonly loads: SingleLoads<ProductRequest>;

  constructor(
    desk: CommandDesk,
    database: Database,
    reader: ListReader,
    correctProducts: CorrectProducts,
    registerProducts: RegisterProducts,
  ) {
    super(desk, database, reader, correctProducts);
    this.loads = new SingleLoads(desk, { at: 'code' }, (tx, rows) =>
      registerProducts.run(
        tx,
        rows.map(({ shelfLifeDays, code, name, stockUnit }) => ({
          code,
          name,
          stockUnit,
          shelfLifeDays: shelfLifeDays ?? null,
        })),
      ),
    );
  }

  @Post()
  @Roles('manager')
  @BringsRows('products.register', ProductRequest)
  register(@Rows(ProductRequest) load: Load<ProductRequest>): Promise<LoadAnswer | TrialAnswer> {
    return this.loads.run(load);
  }
}
