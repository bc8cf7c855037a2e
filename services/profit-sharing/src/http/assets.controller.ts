import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { factController } from '@ayni/facts/fact-controller';
import { assets } from '../facts/asset.js';
import { KeepAssets } from '../use-cases/keep-assets/keep-assets.use-case.js';

/** What was bought to last, released over its life. */
@ApiTags('assets')
@Controller('assets')
export class AssetsController extends factController(
  assets,
  KeepAssets,
  { record: ['treasurer'], reverse: ['treasurer'], list: ['treasurer', 'president', 'integrator'] },
  { refuses: ['grant-exhausted', 'expense-written-off', 'asset-disposed'] },
) {}
