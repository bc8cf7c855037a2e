import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Roles } from '@ayni/http/auth/auth.guard';
import { SCOPES } from '@ayni/http/auth/scopes';
import { CodeInPath } from '@ayni/http/code-in-path';
import { CommandDesk } from '@ayni/http/commands/command-desk';
import { Command, type CommandRequest } from '@ayni/http/commands/command-request';
import { CommandDone } from '@ayni/http/commands/load-answer';
import { CodeField, DayField, OneOfField, PartField, TextField } from '@ayni/http/fields';
import { ListReader } from '@ayni/http/list-reader';
import { List, type ListRequest } from '@ayni/http/list-request';
import { ListQuery } from '@ayni/http/listing';
import { Does, Lists, Refuses, type RowsOf } from '@ayni/http/operations';
import { Sensitive } from '@ayni/http/trail/act';
import { parseDay, type Day } from '@ayni/kernel';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique } from 'class-validator';
import { KEY_ROLES, type KeyRole, type MadeKey } from '../domain/api-key.js';
import { EndApiKey } from '../use-cases/end-api-key/end-api-key.use-case.js';
import { apiKeys } from '../use-cases/list-api-keys/list-api-keys.query.js';
import { MakeApiKey } from '../use-cases/make-api-key/make-api-key.use-case.js';

class ApiKeyRequest {
  @CodeField({ description: 'what the program is called' })
  name!: string;

  @OneOfField(KEY_ROLES, { each: true })
  @ArrayMinSize(1)
  @ArrayUnique()
  roles!: KeyRole[];

  @OneOfField(SCOPES, { each: true })
  @ArrayMinSize(1)
  @ArrayMaxSize(SCOPES.length)
  @ArrayUnique()
  scopes!: string[];

  @DayField({ optional: true, description: 'the last day on which it is good, within a year; a year where left out' })
  expiresOn?: string | null;
}

class MadeKeyPart {
  @CodeField() name!: string;
  @TextField(20, { description: 'what the key begins with' }) prefix!: string;
  @DayField() expiresOn!: Day;
}

class MadeApiKey extends CommandDone {
  @PartField(() => MadeKeyPart) made!: MadeKeyPart;
  @TextField(100, {
    nullable: true,
    description: 'the key: told this once, and null where the command was done before',
  })
  key!: string | null;
}

class KeyName {
  @CodeField() name!: string;
}

class EndedApiKey extends CommandDone {
  @PartField(() => KeyName) key!: KeyName;
}

/** The keys by which programs are let in. */
@ApiTags('keys')
@Controller('api-keys')
export class ApiKeysController {
  constructor(
    private readonly desk: CommandDesk,
    private readonly reader: ListReader,
    private readonly makeApiKey: MakeApiKey,
    private readonly endApiKey: EndApiKey,
  ) {}

  @Post()
  @Roles('president')
  @Sensitive()
  @Refuses('bad-name', 'code-taken')
  @Does('api-keys.make', MadeApiKey)
  async make(@Body() { expiresOn, ...asked }: ApiKeyRequest, @Command() command: CommandRequest): Promise<MadeApiKey> {
    const day = typeof expiresOn === 'string' ? parseDay(expiresOn, '/expiresOn') : null;
    let fresh: MadeKey | undefined;
    const answer = await this.desk.run(
      command,
      async (tx) => {
        const {
          key,
          prefix,
          name,
          expiresOn: last,
        } = await this.makeApiKey.run(tx, { ...asked, expiresOn: day }, command.principal.user);
        fresh = { key, prefix };
        // what is answered is kept, and the key is not
        return { made: { name, prefix, expiresOn: last } };
      },
      'none',
    );
    return { ...answer, key: fresh?.prefix === answer.made.prefix ? fresh.key : null };
  }

  @Post(':name/ending')
  @Roles('president')
  @Sensitive()
  @Does('api-keys.end', EndedApiKey)
  end(
    @CodeInPath('name', 'key') name: string,
    @Command({ bodiless: true }) command: CommandRequest,
  ): Promise<EndedApiKey> {
    return this.desk.run(command, (tx) => this.endApiKey.run(tx, name, command.principal.user), 'none');
  }

  @Get()
  @Roles('integrator', 'president')
  @Lists('api-keys.list', apiKeys)
  list(@Query() query: ListQuery, @List() request: ListRequest): Promise<RowsOf<typeof apiKeys>> {
    return this.reader.answer(request, apiKeys, query);
  }
}
