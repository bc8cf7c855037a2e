import { Controller, Get } from '@nestjs/common';
import { CodeField, CurrencyField, TextField, WholeField } from '@ayni/http/fields';
import { Shows } from '@ayni/http/operations';
import { PLACES_MAX, type Currency, type Zone } from '@ayni/kernel';
import { ApiTags } from '@nestjs/swagger';
import { Database } from '@ayni/database/database';
import { CurrentPrincipal, Roles } from '@ayni/http/auth/auth.guard';
import type { Principal } from '@ayni/http/auth/principal';
import { ShowCoop } from '../use-cases/show-coop/show-coop.query.js';

class CoopAnswer {
  @TextField(36) id!: string;
  @CodeField() code!: string;
  @TextField(200) name!: string;
  @CurrencyField() currency!: Currency;
  @WholeField(0, PLACES_MAX, { description: 'how many places the amounts of its books have' }) places!: number;
  @TextField(64, { description: 'IANA, such as America/La_Paz' }) timezone!: Zone;
}

/** The co-op of who asks. */
@ApiTags('co-op')
@Controller('coop')
export class CoopController {
  constructor(
    private readonly database: Database,
    private readonly showCoop: ShowCoop,
  ) {}

  @Get()
  @Roles('member', 'seller', 'manager', 'treasurer', 'president', 'integrator')
  @Shows('coop.show', CoopAnswer)
  show(@CurrentPrincipal() { coop }: Principal): Promise<CoopAnswer> {
    return this.database.read(coop, (tx) => this.showCoop.run(tx));
  }
}
