import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Database } from '@ayni/database/database';
import { CurrentPrincipal, Roles } from '@ayni/http/auth/auth.guard';
import type { Principal } from '@ayni/http/auth/principal';
import { Shows } from '@ayni/http/operations';
import { ProposeSeason, SeasonProposal } from '../use-cases/show-season/propose-season.query.js';

/** What season is to be opened next; apart from the seasons themselves, whose codes are free. */
@ApiTags('seasons')
@Controller('season-proposal')
export class SeasonProposalController {
  constructor(
    private readonly database: Database,
    private readonly proposeSeason: ProposeSeason,
  ) {}

  @Get()
  @Roles('manager', 'treasurer', 'president')
  @Shows('seasons.propose', SeasonProposal)
  propose(@CurrentPrincipal() { coop }: Principal): Promise<SeasonProposal> {
    return this.database.read(coop, (tx) => this.proposeSeason.run(tx));
  }
}
