import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { NamedRows } from '@ayni/database/name-keys';
import { Roles } from '@ayni/http/auth/auth.guard';
import { ShownTextField } from '@ayni/http/fields';
import { ListReader } from '@ayni/http/list-reader';
import { List, type ListRequest } from '@ayni/http/list-request';
import { Listing, ListQuery } from '@ayni/http/listing';
import { Lists, type ListAnswer } from '@ayni/http/operations';

/** A name that differs from another in case, blanks or the composition of its signs alone. */
export class Double {
  @ShownTextField({ description: 'what it is a name of' }) kind!: string;
  @ShownTextField() name!: string;
  @ShownTextField({ description: 'the name that it is taken for where it is written in yet another way' })
  doubleOf!: string;
}

/** The list of a service's doubles. */
export class Doubles extends Listing<Double> {
  constructor(names: readonly NamedRows[]) {
    const tables = names.map(
      ({ what, table, column }) =>
        `SELECT coop_id, '${what}' AS kind, ${column} AS name, double_of FROM ${table} WHERE double_of IS NOT NULL`,
    );
    super({
      name: `doubles of ${names.map(({ table }) => table).join(', ')}`.slice(0, 40),
      row: Double,
      from: `(${tables.join(' UNION ')}) d`,
      alias: 'd',
      columns: { kind: 'd.kind', name: 'd.name', doubleOf: 'd.double_of' },
      order: ['d.kind', 'd.name'],
    });
  }
}

const described = { row: Double };

/** Names of old books that would be one today; they keep working, and are listed to be put together. */
@ApiTags('names')
@Controller('doubles')
export class DoublesController {
  constructor(
    private readonly reader: ListReader,
    private readonly doubles: Doubles,
  ) {}

  @Get()
  @Roles('manager', 'treasurer', 'president')
  @Lists('doubles.list', described)
  list(@Query() query: ListQuery, @List() request: ListRequest): Promise<ListAnswer<Double>> {
    return this.reader.answer(request, this.doubles, query);
  }
}
