import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { factController } from '@ayni/facts/fact-controller';
import { writeOffs } from '../facts/write-off.js';
import { KeepWriteOffs } from '../use-cases/keep-write-offs/keep-write-offs.use-case.js';

/** What was sold on credit and will not be paid any more. */
@ApiTags('write-offs')
@Controller('write-offs')
export class WriteOffsController extends factController(
  writeOffs,
  KeepWriteOffs,
  { record: ['treasurer'], reverse: ['treasurer'], list: ['treasurer', 'president'] },
  { refuses: ['more-than-receivable'] },
) {}
