import { Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Roles } from '@ayni/http/auth/auth.guard';
import { CommandDesk } from '@ayni/http/commands/command-desk';
import { BringsRows, Rows, type Load } from '@ayni/http/commands/load';
import type { LoadAnswer, TrialAnswer } from '@ayni/http/commands/load-answer';
import { SingleLoads } from '@ayni/http/commands/loads';
import { CodeField } from '@ayni/http/fields';
import { ListReader } from '@ayni/http/list-reader';
import { List, type ListRequest } from '@ayni/http/list-request';
import { ListQuery } from '@ayni/http/listing';
import { Lists, type RowsOf } from '@ayni/http/operations';
import { parseDay, parseFactor } from '@ayni/kernel';
import { DefineUnits } from '../use-cases/define-units/define-units.use-case.js';
import { products } from '../use-cases/list-products/list-products.query.js';
import { units } from '../use-cases/list-units/list-units.query.js';
import { RegisterProducts } from '../use-cases/register-products/register-products.use-case.js';
import { ProductRequest, UnitRequest } from './products.request.js';

class UnitsQuery extends ListQuery {
  @CodeField({ of: 'product', optional: true })
  product?: string;
}

/** What the co-op grows and sells, and the units in which people count it. */
@ApiTags('products')
@Controller()
export class ProductsController {
  private readonly products: SingleLoads<ProductRequest>;
  private readonly units: SingleLoads<UnitRequest>;

  constructor(
    desk: CommandDesk,
    private readonly reader: ListReader,
    registerProducts: RegisterProducts,
    defineUnits: DefineUnits,
  ) {
    this.products = new SingleLoads(desk, (tx, rows) =>
      registerProducts.run(
        tx,
        rows.map(({ code, name, stockUnit, shelfLifeDays = null }) => ({ code, name, stockUnit, shelfLifeDays })),
      ),
    );
    this.units = new SingleLoads(desk, (tx, rows) => defineUnits.run(tx, rows.map(unitOf)));
  }

  @Post('products')
  @Roles('manager')
  @BringsRows('products.register', ProductRequest)
  register(@Rows(ProductRequest) load: Load<ProductRequest>): Promise<LoadAnswer | TrialAnswer> {
    return this.products.run(load);
  }

  @Get('products')
  @Roles('member', 'manager', 'treasurer', 'president', 'integrator')
  @Lists('products.list', products)
  listProducts(@Query() query: ListQuery, @List() request: ListRequest): Promise<RowsOf<typeof products>> {
    return this.reader.answer(request, products, query);
  }

  @Post('units')
  @Roles('manager')
  @BringsRows('units.define', UnitRequest)
  define(@Rows(UnitRequest) load: Load<UnitRequest>): Promise<LoadAnswer | TrialAnswer> {
    return this.units.run(load);
  }

  @Get('units')
  @Roles('member', 'manager', 'treasurer', 'president', 'integrator')
  @Lists('units.list', units)
  listUnits(@Query() query: UnitsQuery, @List() request: ListRequest): Promise<RowsOf<typeof units>> {
    return this.reader.answer(request, units, query);
  }
}

const unitOf = ({ product, unit, factor, validFrom }: UnitRequest, i: number) => ({
  product,
  unit,
  factor: parseFactor(factor, `/rows/${i}/factor`),
  validFrom: parseDay(validFrom, `/rows/${i}/validFrom`),
});
