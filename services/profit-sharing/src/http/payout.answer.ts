import { CommandDone } from '@ayni/http/commands/load-answer';
import { AmountField, CodeField, CountField, OneOfField, PartField } from '@ayni/http/fields';
import { PAYOUT_STATES, type PayoutState } from '../domain/payouts/payout.js';

class MovedPayout {
  @CodeField()
  code!: string;

  @OneOfField(PAYOUT_STATES)
  state!: PayoutState;
}

class PlannedPayout extends MovedPayout {
  @CountField({ description: 'that get something' })
  households!: number;

  @AmountField()
  amount!: string;

  @AmountField({ description: 'what households go on being owed' })
  left!: string;
}

/** That a payout was planned, and what it comes to. */
export class PlannedPayoutAnswer extends CommandDone {
  @PartField(() => PlannedPayout)
  payout!: PlannedPayout;
}

/** That a payout was confirmed, withdrawn or ended. */
export class MovedPayoutAnswer extends CommandDone {
  @PartField(() => MovedPayout)
  payout!: MovedPayout;
}
