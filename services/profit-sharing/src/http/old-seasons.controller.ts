import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { factController } from '@ayni/facts/fact-controller';
import { oldSeasons } from '../facts/old-season.js';
import { KeepOldSeasons } from '../use-cases/keep-old-seasons/keep-old-seasons.use-case.js';

/** Seasons before these books, as their papers say: what each family was given, and what of it is still owed. */
@ApiTags('old-seasons')
@Controller('old-seasons')
export class OldSeasonsController extends factController(
  oldSeasons,
  KeepOldSeasons,
  { record: ['treasurer'], reverse: ['treasurer'], list: ['treasurer', 'president'] },
  { refuses: ['old-season-overlaps', 'wrong-order'] },
) {}
