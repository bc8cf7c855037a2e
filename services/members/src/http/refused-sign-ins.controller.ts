import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Roles } from '@ayni/http/auth/auth.guard';
import { ListReader } from '@ayni/http/list-reader';
import { List, type ListRequest } from '@ayni/http/list-request';
import { ListQuery } from '@ayni/http/listing';
import { Lists, type RowsOf } from '@ayni/http/operations';
import { refusedSignIns } from '../use-cases/list-refused-sign-ins/list-refused-sign-ins.query.js';

/** Who was not let in, from where: beside the trail, which strangers write nothing into. */
@ApiTags('trail')
@Controller('refused-sign-ins')
export class RefusedSignInsController {
  constructor(private readonly reader: ListReader) {}

  @Get()
  @Roles('president')
  @Lists('refused-sign-ins.list', refusedSignIns)
  list(@Query() query: ListQuery, @List() request: ListRequest): Promise<RowsOf<typeof refusedSignIns>> {
    return this.reader.answer(request, refusedSignIns, query);
  }
}
