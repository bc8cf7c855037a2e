import {
  CodeField,
  DayField,
  InstantField,
  ListField,
  OneOfField,
  TextField,
  WholeField,
  YesNoField,
} from '@ayni/http/fields';
import { ITEM_KINDS, type ItemKind } from '../domain/assembly-rules.js';
import { BALLOTS, CHOICES, type Ballot, type Choice } from '../domain/ballot.js';
import { CoveredRequest, THINGS_MAX } from './covered.request.js';

const ITEMS_MAX = 50;
const VOTES_MAX = 1_000_000;

const COVERS = 'what the motion decides in the system, each thing once; left out where that is nothing';

class ItemRequest {
  @OneOfField(ITEM_KINDS, { description: '`report` is heard; all else is voted on' })
  kind!: ItemKind;

  @TextField(500)
  subject!: string;

  @ListField(() => CoveredRequest, { max: THINGS_MAX, optional: true, description: COVERS })
  covers?: CoveredRequest[] | null;
}

export class CallRequest {
  @InstantField({ description: 'the hour of the first call' })
  startsAt!: string;

  @TextField(200)
  place!: string;

  @DayField({ optional: true, description: 'the day on which the members were called; today where it is left out' })
  calledOn?: string | null;

  @ListField(() => ItemRequest, { max: ITEMS_MAX })
  agenda!: ItemRequest[];
}

export class CancellationRequest {
  @TextField(500, { description: 'why it is not held' })
  reason!: string;
}

export class OpeningRequest {
  @InstantField({ optional: true, description: 'when it was opened, where that is entered later' })
  openedAt?: string | null;
}

class TickRequest {
  @CodeField({ of: 'member' })
  member!: string;

  @YesNoField({ description: 'whether she is there' })
  present!: boolean;
}

export class AttendanceRequest {
  @ListField(() => TickRequest)
  rows!: TickRequest[];
}

export class BallotRequest {
  @OneOfField(BALLOTS, { description: 'open shows who voted how; of a secret one only counts are kept' })
  ballot!: Ballot;

  @ListField(() => CoveredRequest, {
    max: THINGS_MAX,
    optional: true,
    description: 'in place of what the agenda says, where that is known by now',
  })
  covers?: CoveredRequest[] | null;
}

export class OwnVoteRequest {
  @OneOfField(CHOICES)
  choice!: Choice;
}

class VoteRequest extends OwnVoteRequest {
  @CodeField({ of: 'member' })
  member!: string;
}

export class VotesRequest {
  @ListField(() => VoteRequest)
  rows!: VoteRequest[];
}

export class WithdrawalRequest {
  @TextField(500, { description: 'why it is taken back' })
  reason!: string;
}

export class CountRequest {
  @WholeField(0, VOTES_MAX) votesFor!: number;
  @WholeField(0, VOTES_MAX) votesAgainst!: number;
  @WholeField(0, VOTES_MAX) abstentions!: number;
}
