import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { namedAs } from '@ayni/database/name-keys';
import { Roles } from '@ayni/http/auth/auth.guard';
import { InstantField, JsonTextField, ShownTextField, TextField } from '@ayni/http/fields';
import { ListReader } from '@ayni/http/list-reader';
import { List, type ListRequest } from '@ayni/http/list-request';
import { Listing, ListQuery } from '@ayni/http/listing';
import { Lists, type RowsOf } from '@ayni/http/operations';
import type { Instant } from '@ayni/kernel';

/** An act of consequence. */
class TrailRow {
  @ShownTextField({ description: 'from 1, without gaps' }) number!: string;
  @InstantField() at!: Instant;
  @ShownTextField({ description: 'who did it; `key:…` for a program, `operator` for who operates the system' })
  user!: string;
  @ShownTextField({ description: 'the operation, as the documents of the API name it' }) act!: string;
  @ShownTextField({ description: 'what it was done to, as its path or what was sent names it' }) subject!: string;
  @JsonTextField({ description: 'what was sent, as JSON, without what is secret' }) told!: string;
  @ShownTextField({ description: 'the address that it came from' }) source!: string;
  @ShownTextField({ description: 'SHA-256 of this row and the hash of the one before' }) hash!: string;
}

class TrailQuery extends ListQuery {
  @TextField(80, { optional: true })
  user?: string;

  @TextField(80, { optional: true, description: 'such as `users.change`' })
  act?: string;

  @TextField(320, { optional: true })
  subject?: string;
}

export const trail = new Listing({
  row: TrailRow,
  name: 'trail',
  from: 'trail t JOIN coops c ON c.coop_id = t.coop_id',
  alias: 't',
  columns: {
    number: 't.number::text',
    at: 't.at',
    user: 't.user_name',
    act: 't.act',
    subject: 't.subject',
    told: 't.told',
    source: 't.source',
    hash: 't.hash',
  },
  order: ['t.number'],
  day: '(t.at AT TIME ZONE c.timezone)::date',
  filters: {
    user: namedAs('t.user_name'),
    act: 't.act',
    subject: namedAs('t.subject'),
  },
});

/** Who did what of consequence in this service, when and from where; nobody can change it. */
@ApiTags('trail')
@Controller('trail')
export class TrailController {
  constructor(private readonly reader: ListReader) {}

  @Get()
  @Roles('president')
  @Lists('trail.list', trail)
  list(@Query() query: TrailQuery, @List() request: ListRequest): Promise<RowsOf<typeof trail>> {
    return this.reader.answer(request, trail, query);
  }
}
