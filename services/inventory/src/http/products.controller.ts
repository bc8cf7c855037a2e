import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { parseDay, parseFactor } from '@ayni/kernel';
import { Roles } from '@ayni/http/auth/auth.guard';
import { CommandDesk } from '@ayni/http/commands/command-desk';
import { Command, type CommandRequest } from '@ayni/http/commands/command-request';
import { CodeField } from '@ayni/http/fields';
import { ListReader } from '@ayni/http/list-reader';
import { List, type ListRequest } from '@ayni/http/list-request';
import { ListQuery } from '@ayni/http/listing';
import { DefineUnits } from '../use-cases/define-units/define-units.use-case.js';
import { products } from '../use-cases/list-products/list-products.query.js';
import { units } from '../use-cases/list-units/list-units.query.js';
import { RegisterProducts } from '../use-cases/register-products/register-products.use-case.js';
import { DefineUnitsRequest, RegisterProductsRequest } from './products.request.js';

class UnitsQuery extends ListQuery {
  @CodeField({ optional: true })
  product?: string;
}

/** What the co-op grows and sells, and the units in which people count it. */
@ApiTags('products')
@Controller()
export class ProductsController {
  constructor(
    private readonly desk: CommandDesk,
    private readonly reader: ListReader,
    private readonly registerProducts: RegisterProducts,
    private readonly defineUnits: DefineUnits,
  ) {}

  @Post('products')
  @Roles('manager')
  register(@Body() { rows }: RegisterProductsRequest, @Command() command: CommandRequest): Promise<object> {
    const entered = rows.map(({ code, name, stockUnit, shelfLifeDays = null }) => {
      return { code, name, stockUnit, shelfLifeDays };
    });
    return this.desk.run(command, (tx) => this.registerProducts.run(tx, entered), 'none');
  }

  @Get('products')
  @Roles('member', 'manager', 'treasurer', 'president', 'integrator')
  listProducts(@Query() query: ListQuery, @List() request: ListRequest): Promise<object> {
    return this.reader.answer(request, products, query);
  }

  @Post('units')
  @Roles('manager')
  define(@Body() { rows }: DefineUnitsRequest, @Command() command: CommandRequest): Promise<object> {
    const entered = rows.map(({ product, unit, factor, validFrom }, i) => ({
      product,
      unit,
      factor: parseFactor(factor, `/rows/${i}/factor`),
      validFrom: parseDay(validFrom, `/rows/${i}/validFrom`),
    }));
    return this.desk.run(command, (tx) => this.defineUnits.run(tx, entered), 'none');
  }

  @Get('units')
  @Roles('member', 'manager', 'treasurer', 'president', 'integrator')
  listUnits(@Query() query: UnitsQuery, @List() request: ListRequest): Promise<object> {
    return this.reader.answer(request, units, query);
  }
}
