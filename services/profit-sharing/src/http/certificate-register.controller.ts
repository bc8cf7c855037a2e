import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Roles } from '@ayni/http/auth/auth.guard';
import { ListReader } from '@ayni/http/list-reader';
import { List, type ListRequest } from '@ayni/http/list-request';
import { MemberListQuery, narrowedToOwn } from '@ayni/http/listing';
import { Lists, type RowsOf } from '@ayni/http/operations';
import { certificateRegister } from '../use-cases/list-certificate-register/list-certificate-register.query.js';

/** The numbered register of certificates: what was taken back keeps its number. A member sees her own entries. */
@ApiTags('certificates')
@Controller('certificate-register')
export class CertificateRegisterController {
  constructor(private readonly reader: ListReader) {}

  @Get()
  @Roles('treasurer', 'president', 'manager', 'member')
  @Lists('certificate-register.list', certificateRegister)
  list(@Query() query: MemberListQuery, @List() request: ListRequest): Promise<RowsOf<typeof certificateRegister>> {
    return this.reader.answer(request, certificateRegister, query, narrowedToOwn(request.principal, query));
  }
}
