import { Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Roles } from '@ayni/http/auth/auth.guard';
import { IdInPath } from '@ayni/http/code-in-path';
import { CommandDesk } from '@ayni/http/commands/command-desk';
import { Command, type CommandRequest } from '@ayni/http/commands/command-request';
import { CodeField } from '@ayni/http/fields';
import { ListReader } from '@ayni/http/list-reader';
import { List, type ListRequest } from '@ayni/http/list-request';
import { ListQuery } from '@ayni/http/listing';
import { Does, Lists, type RowsOf } from '@ayni/http/operations';
import { Sensitive } from '@ayni/http/trail/act';
import { EndDevice } from '../use-cases/end-device/end-device.use-case.js';
import { userDevices } from '../use-cases/list-devices/list-devices.query.js';
import { EndedDevice } from './devices.controller.js';

class UserDevicesQuery extends ListQuery {
  @CodeField({ optional: true }) user?: string;
}

/** The phones and laptops of all: which have not been heard of for days, and what they still keep. */
@ApiTags('sessions')
@Controller('user-devices')
export class UserDevicesController {
  constructor(
    private readonly desk: CommandDesk,
    private readonly reader: ListReader,
    private readonly endDevice: EndDevice,
  ) {}

  @Get()
  @Roles('treasurer', 'president')
  @Lists('user-devices.list', userDevices)
  list(@Query() query: UserDevicesQuery, @List() request: ListRequest): Promise<RowsOf<typeof userDevices>> {
    return this.reader.answer(request, userDevices, query, { user: query.user });
  }

  @Post(':id/ending')
  @Roles('president')
  @Sensitive()
  @Does('user-devices.end', EndedDevice)
  end(
    @IdInPath('id', 'device') id: string,
    @Command({ bodiless: true }) command: CommandRequest,
  ): Promise<EndedDevice> {
    return this.desk.run(command, (tx) => this.endDevice.ofAnybody(tx, id), 'none');
  }
}
