import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { attachmentsController } from '@ayni/attachments/attachments-controller';

/** Photos and PDFs of receipts, which expenses name, and of agreements, which grants name. */
@ApiTags('expenses')
@Controller('attachments')
export class AttachmentsController extends attachmentsController({
  add: ['treasurer'],
  show: ['treasurer', 'president', 'manager'],
}) {}
