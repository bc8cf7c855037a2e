import { Body, Controller, Get, Post, Query, type Type } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Day, Instant } from '@ayni/kernel';
import { ByPeople, Roles } from '@ayni/http/auth/auth.guard';
import { holdsOffice, type Role } from '@ayni/http/auth/principal';
import { IdInPath } from '@ayni/http/code-in-path';
import { Command, type CommandRequest } from '@ayni/http/commands/command-request';
import { CommandDesk } from '@ayni/http/commands/command-desk';
import { CommandDone } from '@ayni/http/commands/load-answer';
import { nameClass } from '@ayni/http/field-notes';
import { DayField, InstantField, ObjectField, OneOfField, ShownTextField, TextField } from '@ayni/http/fields';
import { List, type ListRequest } from '@ayni/http/list-request';
import { ListQuery } from '@ayni/http/listing';
import { ListReader } from '@ayni/http/list-reader';
import { Does, Lists, Refuses, type RowsOf } from '@ayni/http/operations';
import { Sensitive } from '@ayni/http/trail/act';
import { CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import type { LateKind } from './late-kind.js';
import { LATE_STATES, lateRecords } from './late-record.listing.js';
import { LateRecords, POSTING_DATES, type PostingDate } from './late-records.js';

/** The refusals that a row is handed in for. */
const LATE = ['season-closed'] as const;

class LateQuery extends ListQuery {
  @OneOfField(LATE_STATES, { optional: true })
  state?: string;
}

class PostingRequest {
  @OneOfField(POSTING_DATES, { description: 'today, or the first day from its own on that is of no closed season' })
  date!: PostingDate;
}

class GivingUpRequest {
  @TextField(500, { description: 'why it is given up; it stays beside the books' })
  reason!: string;
}

/** Under which id a late record is kept. */
class LateKept extends CommandDone {
  @ShownTextField() id!: string;
}

/** On which day a late record stands in the books. */
class LatePosted extends CommandDone {
  @DayField() postedOn!: Day;
}

/** That a late record was given up. */
class LateGivenUp extends CommandDone {
  @ShownTextField({ description: 'its id' }) givenUp!: string;
}

/** What a row that is kept as it was sent may be refused for, whatever its kind: its fields are read as its own door reads them. */
const OF_A_ROW = [
  ...(['bad-amount', 'amount-too-large', 'bad-quantity', 'bad-day', 'bad-instant', 'quantity-not-whole'] as const),
] as const;

/** What the rules of any kind may refuse, where a row is posted: those of its own door. */
const OF_POSTING = [
  ...(['season-closed', 'day-in-future', 'unknown-reference', 'unknown-unit', 'retired'] as const),
  ...([
    'books-of-other-places',
    'day-too-long',
    'more-than-harvested',
    'more-than-there-is',
    'not-a-member-then',
  ] as const),
] as const;

/** The routes of a service for facts of its kinds that came when their season was closed. */
export function lateRecordsController(kinds: readonly [LateKind, ...LateKind[]]): Type {
  const [first, ...others] = [...new Set(kinds.flatMap(({ record }) => record))];
  if (first === undefined) throw new Error('nobody records what may come late');
  const keepers: readonly [Role, ...Role[]] = [first, ...others];

  class HandingIn {
    @OneOfField(kinds.map(({ kind }) => kind))
    kind!: string;

    @ObjectField({ description: 'the row that was refused, as it was sent' })
    row!: object;

    @InstantField({ description: 'when it was put down on the phone' })
    keptAt!: Instant;

    @OneOfField(LATE, { description: 'the code of the refusal' })
    refusal!: string;
  }
  nameClass(HandingIn, `LateRecordOf${kinds.map(({ kind }) => kind).join('Or')}`);

  @ApiTags('late-records')
  @Controller('late-records')
  class LateRecordsController {
    private readonly late: LateRecords;

    constructor(
      private readonly desk: CommandDesk,
      private readonly reader: ListReader,
      coops: CoopDirectory,
      ...keeps: readonly object[]
    ) {
      const kept = kinds.flatMap((kind, i) => {
        const keep = keeps[i];
        return keep ? [{ ...kind, keep }] : [];
      });
      this.late = new LateRecords(coops, kept);
    }

    /** Hands in a record of a phone that was refused because its season was closed. */
    @Post()
    @Roles(...keepers)
    @Does('late-records.keep', LateKept)
    @Refuses('code-taken', 'day-in-future', ...OF_A_ROW)
    keep(@Body() handedIn: HandingIn, @Command() command: CommandRequest): Promise<LateKept> {
      return this.desk.run(command, (tx) => this.late.keep(tx, handedIn, command.principal), 'none');
    }

    /** All of them for who holds an office; to others their own. */
    @Get()
    @Roles('treasurer', 'president', 'manager', ...keepers)
    @Lists('late-records.list', lateRecords)
    list(@Query() query: LateQuery, @List() request: ListRequest): Promise<RowsOf<typeof lateRecords>> {
      const { principal } = request;
      const keptBy = holdsOffice(principal) ? null : principal.user;
      return this.reader.answer(request, lateRecords, query, { keptBy });
    }

    @Post(':id/posting')
    @Roles('treasurer')
    @ByPeople()
    @Sensitive()
    @Does('late-records.post', LatePosted)
    @Refuses('already-settled', 'code-taken', ...OF_A_ROW, ...OF_POSTING)
    post(
      @IdInPath('id', 'late-record') id: string,
      @Body() { date }: PostingRequest,
      @Command() command: CommandRequest,
    ): Promise<LatePosted> {
      return this.desk.run(command, (tx) => this.late.post(tx, id, date, command.principal));
    }

    @Post(':id/giving-up')
    @Roles('treasurer')
    @ByPeople()
    @Sensitive()
    @Does('late-records.relinquish', LateGivenUp)
    @Refuses('already-settled')
    giveUp(
      @IdInPath('id', 'late-record') id: string,
      @Body() { reason }: GivingUpRequest,
      @Command() command: CommandRequest,
    ): Promise<LateGivenUp> {
      return this.desk.run(command, (tx) => this.late.giveUp(tx, id, reason, command.principal), 'none');
    }
  }
  // what a decorator would note of classes that stand there: by them bodies are checked, and the parts are found
  Reflect.defineMetadata('design:paramtypes', [HandingIn, Object], LateRecordsController.prototype, 'keep');
  Reflect.defineMetadata(
    'design:paramtypes',
    [CommandDesk, ListReader, CoopDirectory, ...kinds.map(({ Keep }) => Keep)],
    LateRecordsController,
  );
  return LateRecordsController;
}
