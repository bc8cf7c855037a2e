import { Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Roles } from '@ayni/http/auth/auth.guard';
import { CommandDesk } from '@ayni/http/commands/command-desk';
import { Command, type CommandRequest } from '@ayni/http/commands/command-request';
import { CommandDone } from '@ayni/http/commands/load-answer';
import { IdInPath } from '@ayni/http/code-in-path';
import { PartField, TextField } from '@ayni/http/fields';
import { ListReader } from '@ayni/http/list-reader';
import { List, type ListRequest } from '@ayni/http/list-request';
import { ListQuery } from '@ayni/http/listing';
import { Does, Lists, type RowsOf } from '@ayni/http/operations';
import { Sensitive } from '@ayni/http/trail/act';
import { EndDevice } from '../use-cases/end-device/end-device.use-case.js';
import { devices } from '../use-cases/list-devices/list-devices.query.js';

class DeviceName {
  @TextField(36) id!: string;
}

export class EndedDevice extends CommandDone {
  @PartField(() => DeviceName) device!: DeviceName;
}

/** The browsers in which a user is signed in; she sees her own, and signs them out. */
@ApiTags('sessions')
@Controller('devices')
export class DevicesController {
  constructor(
    private readonly desk: CommandDesk,
    private readonly reader: ListReader,
    private readonly endDevice: EndDevice,
  ) {}

  @Get()
  @Roles('member', 'seller', 'manager', 'treasurer', 'president', 'integrator')
  @Lists('devices.list', devices)
  list(@Query() query: ListQuery, @List() request: ListRequest): Promise<RowsOf<typeof devices>> {
    return this.reader.answer(request, devices, query, { user: request.principal.user });
  }

  @Post(':id/ending')
  @Roles('member', 'seller', 'manager', 'treasurer', 'president', 'integrator')
  @Sensitive()
  @Does('devices.end', EndedDevice)
  end(
    @IdInPath('id', 'device') id: string,
    @Command({ bodiless: true }) command: CommandRequest,
  ): Promise<EndedDevice> {
    return this.desk.run(command, (tx) => this.endDevice.run(tx, command.principal.user, id), 'none');
  }
}
