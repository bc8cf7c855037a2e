import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { factController } from '@ayni/facts/fact-controller';
import { assetDisposals } from '../facts/asset-disposal.js';
import { KeepAssetDisposals } from '../use-cases/keep-asset-disposals/keep-asset-disposals.use-case.js';

/** What the co-op has no more of what it bought to last: sold, scrapped, lost or given away. */
@ApiTags('asset-disposals')
@Controller('asset-disposals')
export class AssetDisposalsController extends factController(
  assetDisposals,
  KeepAssetDisposals,
  { record: ['treasurer'], reverse: ['treasurer'], list: ['treasurer', 'president', 'integrator'] },
  { refuses: ['asset-disposed', 'wrong-order', 'proceeds-used'] },
) {}
