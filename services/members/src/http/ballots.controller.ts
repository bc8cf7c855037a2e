import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ByPeople, Roles } from '@ayni/http/auth/auth.guard';
import { holdsOffice, ownMember } from '@ayni/http/auth/principal';
import { CodeInPath } from '@ayni/http/code-in-path';
import { CommandDesk } from '@ayni/http/commands/command-desk';
import { Command, type CommandRequest } from '@ayni/http/commands/command-request';
import { CommandDone, LoadAnswer } from '@ayni/http/commands/load-answer';
import { CodeField, CountField, OneOfField, WholeField } from '@ayni/http/fields';
import { Does, Refuses } from '@ayni/http/operations';
import { Sensitive } from '@ayni/http/trail/act';
import { ITEM_STATES, type ItemState } from '../domain/assembly.js';
import { BALLOTS, type Ballot } from '../domain/ballot.js';
import { CountBallot } from '../use-cases/count-ballot/count-ballot.use-case.js';
import { PutToVote } from '../use-cases/put-to-vote/put-to-vote.use-case.js';
import { SettleItem } from '../use-cases/settle-item/settle-item.use-case.js';
import { TakeVotes } from '../use-cases/take-votes/take-votes.use-case.js';
import { WithdrawVote } from '../use-cases/withdraw-vote/withdraw-vote.use-case.js';
import { BallotRequest, CountRequest, OwnVoteRequest, VotesRequest, WithdrawalRequest } from './assemblies.request.js';
import { coversOf } from './covered.request.js';
import { ItemInPath } from './item-in-path.js';

class ItemDone extends CommandDone {
  @WholeField(1, 1_000) item!: number;
}

class VotedOn extends ItemDone {
  @OneOfField(BALLOTS) ballot!: Ballot;
}

class SettledItem extends ItemDone {
  @OneOfField(ITEM_STATES) state!: ItemState;
  @CountField() votesFor!: number;
  @CountField() votesAgainst!: number;
  @CountField() abstentions!: number;
  @CodeField({ nullable: true, description: 'of the resolution that the motion became' }) resolution!: string | null;
}

class WithdrawnVote extends CommandDone {
  @CodeField() member!: string;
}

/** Votes on the items of an assembly. */
@ApiTags('assemblies')
@Controller('assemblies/:code/items/:item')
export class BallotsController {
  constructor(
    private readonly desk: CommandDesk,
    private readonly putToVote: PutToVote,
    private readonly takeVotes: TakeVotes,
    private readonly withdrawVote: WithdrawVote,
    private readonly countBallot: CountBallot,
    private readonly settleItem: SettleItem,
  ) {}

  @Post('ballot')
  @Roles('manager', 'president')
  @ByPeople()
  @Refuses('for-people', 'wrong-state', 'not-voted-on', 'unknown-field', 'duplicate-code')
  @Does('ballots.open', VotedOn)
  open(
    @CodeInPath('code', 'assembly') assembly: string,
    @ItemInPath() item: number,
    @Body() { ballot, covers }: BallotRequest,
    @Command() command: CommandRequest,
  ): Promise<VotedOn> {
    const asked = { ballot, covers: covers ? coversOf(covers) : null };
    return this.desk.run(command, (tx) => this.putToVote.run(tx, { assembly, item }, asked), 'none');
  }

  /** The vote of who asks. */
  @Post('own-vote')
  @Roles('member', 'manager', 'treasurer', 'president')
  @ByPeople()
  @Refuses('for-people', 'wrong-state', 'other-ballot', 'not-present', 'already-voted')
  @Does('votes.give', LoadAnswer)
  give(
    @CodeInPath('code', 'assembly') assembly: string,
    @ItemInPath() item: number,
    @Body() { choice }: OwnVoteRequest,
    @Command() command: CommandRequest,
  ): Promise<LoadAnswer> {
    const { principal } = command;
    const votes = [{ member: ownMember(principal), choice }];
    return this.desk.run(
      command,
      (tx) =>
        this.takeVotes.run(tx, { assembly, item }, votes, principal, (_, field) =>
          field === 'choice' ? '/choice' : '',
        ),
      'none',
    );
  }

  /** Takes back what counts for who asks, whoever wrote it down; she may vote again while the vote is open. */
  @Post('own-vote/withdrawal')
  @Roles('member', 'manager', 'treasurer', 'president')
  @ByPeople()
  @Refuses('for-people', 'wrong-state')
  @Does('own-votes.withdraw', WithdrawnVote)
  takeBack(
    @CodeInPath('code', 'assembly') assembly: string,
    @ItemInPath() item: number,
    @Command({ bodiless: true }) command: CommandRequest,
  ): Promise<WithdrawnVote> {
    const { principal } = command;
    const at = { assembly, item, member: ownMember(principal) };
    return this.desk.run(command, (tx) => this.withdrawVote.run(tx, at, null, principal.user), 'none');
  }

  /** Votes that somebody who helps writes down for members without a phone. */
  @Post('votes')
  @Roles('manager', 'treasurer', 'president')
  @ByPeople()
  @Sensitive()
  @Refuses('for-people', 'wrong-state', 'other-ballot', 'not-present', 'already-voted', 'duplicate-code')
  @Does('votes.record', LoadAnswer)
  record(
    @CodeInPath('code', 'assembly') assembly: string,
    @ItemInPath() item: number,
    @Body() { rows }: VotesRequest,
    @Command() command: CommandRequest,
  ): Promise<LoadAnswer> {
    const { user } = command.principal;
    return this.desk.run(
      command,
      (tx) =>
        this.takeVotes.run(tx, { assembly, item }, rows, { user, member: null }, (i, field) => `/rows/${i}/${field}`),
      'none',
    );
  }

  @Post('votes/:member/withdrawal')
  @Roles('manager', 'treasurer', 'president')
  @ByPeople()
  @Sensitive()
  @Refuses('for-people', 'wrong-state')
  @Does('votes.withdraw', WithdrawnVote)
  withdraw(
    @CodeInPath('code', 'assembly') assembly: string,
    @ItemInPath() item: number,
    @CodeInPath('member', 'vote') member: string,
    @Body() { reason }: WithdrawalRequest,
    @Command() command: CommandRequest,
  ): Promise<WithdrawnVote> {
    const at = { assembly, item, member };
    return this.desk.run(command, (tx) => this.withdrawVote.run(tx, at, reason, command.principal.user), 'none');
  }

  /** What a teller counted in a secret ballot. */
  @Post('counts')
  @Roles('member', 'manager', 'treasurer', 'president')
  @ByPeople()
  @Sensitive()
  @Refuses('for-people', 'wrong-state', 'other-ballot', 'not-present', 'more-votes-than-present')
  @Does('ballots.count', ItemDone)
  count(
    @CodeInPath('code', 'assembly') assembly: string,
    @ItemInPath() item: number,
    @Body() tally: CountRequest,
    @Command() command: CommandRequest,
  ): Promise<ItemDone> {
    const { user, member } = command.principal;
    const by = { user, member, isOfficer: holdsOffice(command.principal) };
    return this.desk.run(command, (tx) => this.countBallot.run(tx, { assembly, item }, tally, by), 'none');
  }

  /** Ends the vote; a motion that is carried becomes a resolution. */
  @Post('result')
  @Roles('manager', 'president')
  @ByPeople()
  @Sensitive()
  @Refuses('for-people', 'wrong-state', 'second-teller-needed', 'counts-differ')
  @Does('ballots.settle', SettledItem)
  settle(
    @CodeInPath('code', 'assembly') assembly: string,
    @ItemInPath() item: number,
    @Command({ bodiless: true }) command: CommandRequest,
  ): Promise<SettledItem> {
    return this.desk.run(
      command,
      (tx) => this.settleItem.run(tx, { assembly, item }, command.principal.user),
      'exclusive',
    );
  }
}
