import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { Refusal } from '@ayni/kernel';
import type { CloudEvent } from '@ayni/contracts';
import { Database } from '@ayni/database/database';
import { endOfFeed, readFeed } from '@ayni/messaging/outbox/feed';
import { IsOptional, Matches } from 'class-validator';
import { CurrentPrincipal, Roles } from '@ayni/http/auth/auth.guard';
import type { Principal } from '@ayni/http/auth/principal';
import { ObjectField, ShownTextField, TextField, WholeField } from '@ayni/http/fields';
import { Refuses, Shows } from '@ayni/http/operations';
import type { Request, Response } from 'express';
import { EventStreams } from './event-streams.js';
import { readableTypes } from './readable-types.js';

const LIMIT = 100;

class FeedQuery {
  @ApiPropertyOptional({
    type: String,
    default: '0',
    description: 'the position that the answer before named as `next`',
  })
  @IsOptional()
  @Matches(/^\d{1,18}$/)
  after?: string;

  @TextField(4_000, { optional: true, description: 'event types, parted by commas; all public ones where left out' })
  types?: string;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 999, default: LIMIT })
  @IsOptional()
  @Matches(/^[1-9]\d{0,2}$/)
  limit?: string;
}

/** An event as it travels, in the words of CloudEvents. */
class FedEvent implements CloudEvent {
  @ApiProperty({ type: String, enum: ['1.0'] })
  specversion!: '1.0';

  @ApiProperty({ type: String, format: 'uuid' })
  id!: string;

  @ShownTextField()
  type!: string;

  @ShownTextField()
  source!: string;

  @ShownTextField()
  subject!: string;

  @ApiProperty({ type: String, format: 'date-time' })
  time!: string;

  @ApiProperty({ type: String, enum: ['application/json'] })
  datacontenttype!: 'application/json';

  @ShownTextField({ description: 'the address of the schema of `data`' })
  dataschema!: string;

  @ApiProperty({ type: String, format: 'uuid' })
  coopid!: string;

  @ApiProperty({ type: String, format: 'uuid', description: 'the command that caused it' })
  commandid!: string;

  @ShownTextField({ description: 'whose events stay in order' })
  aggregate!: string;

  @WholeField(1, Number.MAX_SAFE_INTEGER, { description: 'its place among those of the aggregate' })
  aggregateseq!: number;

  @ShownTextField({ optional: true, description: 'W3C Trace Context; only where tracing is on' })
  traceparent?: string;

  @ObjectField({ description: 'what happened, as its schema says' })
  data!: unknown;
}

/** Some of the events, and from where to go on. */
class Feed {
  @ApiProperty({ type: [FedEvent] })
  events!: readonly FedEvent[];

  @ShownTextField({ description: 'the position to name as `after`' })
  next!: string;
}

class StreamQuery {
  @ApiPropertyOptional({
    type: String,
    default: '0',
    description: 'the position of the last event that was read; `now` begins with what comes from now on',
  })
  @IsOptional()
  @Matches(/^(?:\d{1,18}|now)$/)
  after?: string;

  @TextField(4_000, { optional: true, description: 'event types, parted by commas; all public ones where left out' })
  types?: string;
}

/** The events of a co-op, for integrators without Kafka and for pages that show what happens. */
@ApiTags('events')
@Controller('events')
export class EventsController {
  constructor(
    private readonly database: Database,
    private readonly streams: EventStreams,
  ) {}

  @Get()
  @Roles('integrator', 'manager', 'president', 'treasurer')
  @Shows('events.read', Feed)
  async feed(@Query() query: FeedQuery, @CurrentPrincipal() principal: Principal): Promise<Feed> {
    const types = readableTypes(principal, query.types);
    const { events, next } = await this.database.read(principal.coop, (tx) =>
      readFeed(tx, BigInt(query.after ?? '0'), types, Number(query.limit ?? LIMIT)),
    );
    return { events: events.map(({ event }) => event), next: next.toString() };
  }

  /** Stays open: each event as it happens, its position as the `id` of Server-Sent Events. */
  @Get('stream')
  @Roles('integrator', 'manager', 'president', 'treasurer')
  @ApiOperation({ operationId: 'events.follow' })
  @ApiHeader({ name: 'Last-Event-ID', required: false, description: 'goes before `after`', schema: { type: 'string' } })
  @ApiOkResponse({ content: { 'text/event-stream': { schema: { type: 'string' } } } })
  @Refuses('too-many-streams')
  async follow(
    @Query() query: StreamQuery,
    @CurrentPrincipal() principal: Principal,
    @Req() { headers, method }: Request,
    @Res() response: Response,
  ): Promise<void> {
    const lastId = headers['last-event-id'];
    if (lastId !== undefined && !/^\d{1,18}$/.test(String(lastId)))
      throw new Refusal('bad-field', '/Last-Event-ID', { detail: 'whole' });
    const asked = lastId === undefined ? (query.after ?? '0') : String(lastId);
    const after = asked === 'now' ? await this.database.read(principal.coop, endOfFeed) : BigInt(asked);
    if (method === 'HEAD') {
      response.type('text/event-stream').end();
      return;
    }
    const token = headers.authorization?.slice('Bearer '.length) ?? '';
    this.streams.open({ principal, token, after, types: readableTypes(principal, query.types) }, response);
  }
}
