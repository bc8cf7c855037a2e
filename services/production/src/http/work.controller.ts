import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { OneOfField } from '@ayni/http/fields';
import { MemberListQuery, narrowedToOwn } from '@ayni/http/listing';
import { factController } from '@ayni/facts/fact-controller';
import { work } from '../facts/work.js';
import { KeepWork } from '../use-cases/keep-work/keep-work.use-case.js';

class WorkQuery extends MemberListQuery {
  @OneOfField(['true', 'false'], { optional: true })
  confirmed?: string;
}

/** Work for the co-op: entered by a manager or by who did it, confirmed by somebody else, never changed. */
@ApiTags('work')
@Controller('work')
export class WorkController extends factController(
  work,
  KeepWork,
  {
    record: ['manager', 'member'],
    reverse: ['manager', 'member'],
    list: ['member', 'manager', 'treasurer', 'president'],
  },
  {
    refuses: ['day-too-long', 'not-a-member-then'],
    asked: WorkQuery,
    narrowed: (principal, query) => narrowedToOwn(principal, query, '/member'),
  },
) {}
