import { Controller, Get, Query } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import type { CloudEvent } from '@ayni/contracts';
import { Database } from '@ayni/database/database';
import { readFeed } from '@ayni/messaging/outbox/feed';
import { IsOptional, Matches } from 'class-validator';
import { CurrentPrincipal, Roles } from '@ayni/http/auth/auth.guard';
import type { Principal } from '@ayni/http/auth/principal';
import { ObjectField, ShownTextField, TextField, WholeField } from '@ayni/http/fields';
import { Shows } from '@ayni/http/operations';

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

/** The public events of a co-op for integrators without Kafka. */
@ApiTags('events')
@Controller('events')
export class EventsController {
  constructor(private readonly database: Database) {}

  @Get()
  @Roles('integrator', 'president', 'treasurer')
  @Shows('events.read', Feed)
  async feed(@Query() query: FeedQuery, @CurrentPrincipal() { coop }: Principal): Promise<Feed> {
    const { events, next } = await this.database.read(coop, (tx) =>
      readFeed(tx, BigInt(query.after ?? '0'), query.types?.split(','), Number(query.limit ?? LIMIT)),
    );
    return { events, next: next.toString() };
  }
}
