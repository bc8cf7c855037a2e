import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Database, newCommandId } from '@ayni/messaging';
import { CoopDirectory, CurrentPrincipal, Roles, type Coop, type Principal } from '@ayni/service-kit';

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
    return { id: coop, ...(await this.database.read(coop, newCommandId(), (tx) => this.coops.get(tx))) };
  }
}
