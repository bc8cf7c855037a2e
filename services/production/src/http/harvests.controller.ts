import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CommandDesk, factController, ListReader } from '@ayni/service-kit';
import { harvests } from '../facts/harvest.js';
import { KeepHarvests } from '../use-cases/keep-harvests/keep-harvests.use-case.js';

/** Harvests: written once, taken back with a reason, never changed. */
@ApiTags('harvests')
@Controller('harvests')
export class HarvestsController extends factController(harvests, {
  record: ['manager'],
  reverse: ['manager'],
  list: ['manager', 'treasurer', 'president', 'integrator'],
}) {
  constructor(desk: CommandDesk, reader: ListReader, keep: KeepHarvests) {
    super(desk, reader, keep);
  }
}
