import { Controller, Get, Query } from '@nestjs/common';
import { ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import type { CloudEvent } from '@ayni/contracts';
import { Database } from '@ayni/database/database';
import { readFeed } from '@ayni/messaging/outbox/feed';
import { IsOptional, Matches } from 'class-validator';
import { CurrentPrincipal, Roles } from '@ayni/http/auth/auth.guard';
import type { Principal } from '@ayni/http/auth/principal';
import { TextField } from '@ayni/http/fields';

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

/** The public events of a co-op for integrators without Kafka. */
@ApiTags('events')
@Controller('events')
export class EventsController {
  constructor(private readonly database: Database) {}

  @Get()
  @Roles('integrator', 'president', 'treasurer')
  async feed(
    @Query() query: FeedQuery,
    @CurrentPrincipal() { coop }: Principal,
  ): Promise<{ events: CloudEvent[]; next: string }> {
    const { events, next } = await this.database.read(coop, (tx) =>
      readFeed(tx, BigInt(query.after ?? '0'), query.types?.split(','), Number(query.limit ?? LIMIT)),
    );
    return { events, next: next.toString() };
  }
}
