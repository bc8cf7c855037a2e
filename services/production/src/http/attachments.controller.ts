import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { attachmentsController } from '@ayni/attachments/attachments-controller';

/** Photos of sheets, which records of work name. */
@ApiTags('work')
@Controller('attachments')
export class AttachmentsController extends attachmentsController({
  add: ['manager', 'member'],
  show: ['member', 'manager', 'treasurer', 'president'],
}) {}
