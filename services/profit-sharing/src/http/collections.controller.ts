import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { factController } from '@ayni/facts/fact-controller';
import { collections } from '../facts/collection.js';
import { KeepCollections } from '../use-cases/keep-collections/keep-collections.use-case.js';

/** What buyers pay of what was sold on credit. */
@ApiTags('collections')
@Controller('collections')
export class CollectionsController extends factController(
  collections,
  KeepCollections,
  { record: ['treasurer'], reverse: ['treasurer'], list: ['treasurer', 'president'] },
  { refuses: ['more-than-receivable'] },
) {}
