import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { attachmentsController } from '@ayni/attachments/attachments-controller';

/** Photos of products: whoever reads a product sees it. */
@ApiTags('products')
@Controller('attachments')
export class AttachmentsController extends attachmentsController({
  add: ['manager'],
  show: ['member', 'seller', 'manager', 'treasurer', 'president', 'integrator'],
  areForAll: true,
}) {}
