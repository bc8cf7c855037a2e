import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { parseCommandId, Refusal, type CommandId } from '@ayni/kernel';
import { Database } from '@ayni/database/database';
import { Doorbell } from '@ayni/messaging/doorbell';
import { EventStrategy } from '@ayni/messaging/inbox/event-strategy';
import { progressOf, type Progress as Counted } from '@ayni/messaging/inbox/progress';
import { IsOptional, Matches } from 'class-validator';
import { CurrentPrincipal, Roles } from '@ayni/http/auth/auth.guard';
import type { Principal } from '@ayni/http/auth/principal';
import { CountField, TextField, YesNoField } from '@ayni/http/fields';
import { Refuses, Shows } from '@ayni/http/operations';
import { Lookout } from './lookout.js';
import { ServiceIdentity } from './platform.js';

const WAIT_MAX_S = 30;
/** How often it is looked whether another process of the service has applied something. */
const LOOK_MS = 500;
const EVENT_TYPES_MAX = 50;
/** So many of one user wait at a time; the others have places of their own. */
const WAITING_MAX = 100;

class ProgressQuery {
  @TextField(4_000, { description: 'what the command answered: `TYPE:COUNT,TYPE:COUNT`' })
  events!: string;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 0,
    maximum: WAIT_MAX_S,
    description: 'seconds to wait until settled',
  })
  @IsOptional()
  @Matches(/^\d{1,2}$/)
  wait?: string;
}

/** How far this service is with the events of one command. */
class Progress implements Counted {
  @ApiProperty({ type: String, format: 'uuid' })
  command!: CommandId;

  @CountField({ description: 'events of the command that this service listens to' })
  listens!: number;

  @CountField()
  applied!: number;

  @CountField({ description: 'events that wait for one before them' })
  waiting!: number;

  @CountField({ description: 'events that an operator has to look at' })
  parked!: number;

  @CountField({ description: 'events that an operator gave up' })
  dropped!: number;

  @CountField({ description: 'events that have not come yet' })
  unseen!: number;

  @YesNoField({ description: 'whether nothing is left to come' })
  settled!: boolean;
}

/** How far this service is with the events of a command, so that a client reads what it wrote. */
@ApiTags('events')
@Controller('commands')
export class CommandsController {
  private readonly waiting = new Map<string, number>();
  private readonly lookout: Lookout;

  constructor(
    database: Database,
    events: EventStrategy,
    private readonly applied: Doorbell,
    service: ServiceIdentity,
  ) {
    this.lookout = new Lookout((coop, followed) =>
      database.read(coop, (tx) => progressOf(tx, service.name, events.declared(), followed)),
    );
  }

  @Get(':id')
  @Roles('member', 'seller', 'manager', 'treasurer', 'president', 'integrator')
  @Refuses('too-many-waiting')
  @Shows('commands.follow', Progress)
  async progress(
    @Param('id') id: string,
    @Query() query: ProgressQuery,
    @CurrentPrincipal() { coop, user }: Principal,
  ): Promise<Progress> {
    const command = parseCommandId(id, '/id');
    const expected = parseEvents(query.events);
    const waitMs = Math.min(Number(query.wait ?? 0), WAIT_MAX_S) * 1000;
    const look = (): Promise<Counted> => this.lookout.look(coop, { command, expected });
    return waitMs === 0 ? look() : this.taken(`${coop}/${user}`, () => this.wait(look, waitMs));
  }

  private async wait(look: () => Promise<Counted>, ms: number): Promise<Counted> {
    const until = performance.now() + ms;
    for (;;) {
      const progress = await look();
      const left = until - performance.now();
      if (progress.settled || left <= 0 || this.applied.isClosed) return progress;
      await this.applied.wait(Math.min(left, LOOK_MS));
    }
  }

  /** Does work in one of the places that a user has. @throws Refusal `too-many-waiting` */
  private async taken<Result>(who: string, work: () => Promise<Result>): Promise<Result> {
    const taken = this.waiting.get(who) ?? 0;
    if (taken >= WAITING_MAX) throw new Refusal('too-many-waiting', '', { limit: String(WAITING_MAX) });
    this.waiting.set(who, taken + 1);
    try {
      return await work();
    } finally {
      const left = (this.waiting.get(who) ?? 1) - 1;
      if (left === 0) this.waiting.delete(who);
      else this.waiting.set(who, left);
    }
  }
}

function parseEvents(text: string): Map<string, number> {
  const pairs = text.split(',').filter((pair) => pair !== '');
  const expected = new Map<string, number>();
  for (const pair of pairs) {
    const [, type, count] = /^([a-z0-9.-]{1,100}):(\d{1,6})$/.exec(pair) ?? [];
    if (type === undefined || pairs.length > EVENT_TYPES_MAX)
      throw new Refusal('bad-field', '/events', { detail: 'types-and-counts' });
    expected.set(type, Number(count));
  }
  return expected;
}
