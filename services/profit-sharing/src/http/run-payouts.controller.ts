import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Roles } from '@ayni/http/auth/auth.guard';
import { IdInPath } from '@ayni/http/code-in-path';
import { CommandDesk } from '@ayni/http/commands/command-desk';
import { Command, type CommandRequest } from '@ayni/http/commands/command-request';
import { AmountField, CodeField, CodesField, ListField, OneOfField, PartField, YesNoField } from '@ayni/http/fields';
import { Does, Refuses } from '@ayni/http/operations';
import { Sensitive } from '@ayni/http/trail/act';
import { HANDED_WAYS, PAYOUT_RULES, type HandedWay, type PayoutRule } from '../domain/payouts/payout.js';
import { PlanPayout } from '../use-cases/plan-payout/plan-payout.use-case.js';
import { PlannedPayoutAnswer } from './payout.answer.js';

class WayOfHousehold {
  @CodeField({ of: 'household' }) household!: string;
  @OneOfField(HANDED_WAYS) way!: HandedWay;
}

class KeptAsCertificates {
  @AmountField({ description: 'what one of them is worth' }) valueEach!: string;
  @CodesField({ description: 'members, one of a household, in whose names it is kept' }) members!: string[];
}

/** How a round of paying is to be planned. */
class PayoutRequest {
  @CodeField()
  code!: string;

  @OneOfField(PAYOUT_RULES, {
    description: '`in-full`: one household after another; `same-part`: the same part of what each is owed',
  })
  rule!: PayoutRule;

  @CodesField({
    optional: true,
    description: 'households that are paid before the others; those follow by their codes',
  })
  order?: string[] | null;

  @CodeField({ of: 'resolution', optional: true, description: 'the resolution by which the assembly chose that' })
  resolution?: string | null;

  @AmountField({ optional: true, description: 'the cash to pay with; all that the books have where it is left out' })
  cash?: string | null;

  @AmountField({ optional: true, description: 'the money in the bank to pay with; all of it where it is left out' })
  bank?: string | null;

  @YesNoField({ optional: true, description: 'that somebody counted this money, though the books have less' })
  counted?: boolean | null;

  @ListField(() => WayOfHousehold, { optional: true, description: 'who is paid otherwise than is registered' })
  ways?: WayOfHousehold[] | null;

  @PartField(() => KeptAsCertificates, {
    optional: true,
    description: 'whose households keep what they are owed as whole certificates; the rest stays owed',
  })
  certificates?: KeptAsCertificates | null;
}

/** What households are paid of an approved run, by the money that is there. */
@ApiTags('payouts')
@Controller('runs/:id/payouts')
export class RunPayoutsController {
  constructor(
    private readonly desk: CommandDesk,
    private readonly planPayout: PlanPayout,
  ) {}

  @Post()
  @Roles('treasurer')
  @Sensitive()
  @Does('payouts.plan', PlannedPayoutAnswer)
  @Refuses(
    ...(['wrong-state', 'run-outdated', 'payout-open', 'nothing-to-pay', 'more-than-in-till'] as const),
    ...(['household-not-owed', 'unknown-reference', 'resolution-not-carried', 'code-taken'] as const),
    ...(['books-of-other-places', 'not-a-member-then', 'duplicate-code', 'less-than-certificate'] as const),
    'amount-too-large',
  )
  plan(
    @IdInPath('id', 'run') id: string,
    @Body() request: PayoutRequest,
    @Command() command: CommandRequest,
  ): Promise<PlannedPayoutAnswer> {
    return this.desk.run(command, (tx) => this.planPayout.run(tx, id, request, command.principal.user), 'exclusive');
  }
}
