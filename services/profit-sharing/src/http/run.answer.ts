import { CommandDone } from '@ayni/http/commands/load-answer';
import { CodeField, OneOfField, PartField, ShownTextField, YesNoField } from '@ayni/http/fields';
import { RUN_STATES, type RunState } from '../domain/runs/run.js';
import { FOLLOWS, OUT_OF_ORDER } from '../use-cases/list-runs/run-order.js';

class MovedRun {
  @ShownTextField()
  id!: string;

  @OneOfField(RUN_STATES)
  state!: RunState;
}

class CalculatedRun extends MovedRun {
  @CodeField()
  season!: string;

  @ShownTextField({ description: 'of the case and its outcome together' })
  fingerprint!: string;

  @CodeField({ nullable: true, description: FOLLOWS })
  follows!: string | null;

  @YesNoField({ description: OUT_OF_ORDER })
  outOfOrder!: boolean;
}

class ApprovedRun extends MovedRun {
  @CodeField()
  resolution!: string;
}

class ReversedRun extends MovedRun {
  @CodeField({ description: 'the resolution by which it was reversed' })
  resolution!: string;
}

/** That a run was calculated. */
export class CalculatedRunAnswer extends CommandDone {
  @PartField(() => CalculatedRun)
  run!: CalculatedRun;
}

/** That a run was put to the assembly, or aside. */
export class MovedRunAnswer extends CommandDone {
  @PartField(() => MovedRun)
  run!: MovedRun;
}

/** That a run was approved. */
export class ApprovedRunAnswer extends CommandDone {
  @PartField(() => ApprovedRun)
  run!: ApprovedRun;
}

/** That a run was reversed. */
export class ReversedRunAnswer extends CommandDone {
  @PartField(() => ReversedRun)
  run!: ReversedRun;
}
