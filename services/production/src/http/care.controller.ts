import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ListQuery } from '@ayni/http/listing';
import { factController } from '@ayni/facts/fact-controller';
import { careReader } from '../domain/care.js';
import { care } from '../facts/care.js';
import { KeepCare } from '../use-cases/keep-care/keep-care.use-case.js';
import { recorderOf } from '../use-cases/keep-labour/recorder.js';

/** Care for people, private by default: seen by who did it, and by the manager who entered it. */
@ApiTags('care')
@Controller('care')
export class CareController extends factController(
  care,
  KeepCare,
  { record: ['manager', 'member'], reverse: ['manager', 'member'], list: ['manager', 'member'] },
  {
    asked: ListQuery,
    narrowed: (principal) => ({ reader: JSON.stringify(careReader(recorderOf(principal))) }),
  },
) {}
