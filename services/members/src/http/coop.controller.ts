import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Database } from '@ayni/database/database';
import { CurrentPrincipal, Roles } from '@ayni/http/auth/auth.guard';
import type { Principal } from '@ayni/http/auth/principal';
import { CoopDirectory, type Coop } from '@ayni/reference-data/coops/coop-directory';

/** The co-op of who asks. */
@ApiTags('co-op')
@Controller('coop')
export class CoopController {
  constructor(
    private readonly database: Database,
    private readonly coops: CoopDirectory,
  ) {}

  @Get()
  @Roles('member', 'manager', 'treasurer', 'president', 'integrator')
  async show(@CurrentPrincipal() { coop }: Principal): Promise<{ id: string } & Coop> {
    return { id: coop, ...(await this.database.read(coop, (tx) => this.coops.get(tx))) };
  }
}
