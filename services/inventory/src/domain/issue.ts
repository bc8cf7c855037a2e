import type { Centavos, CommandId, Day } from '@ayni/kernel';
import type { MeasuredDraw } from './allocation.js';

/** A receipt whose lines are taken from the store. */
export type Issue = {
  readonly receipt: string;
  readonly day: Day;
  readonly total: Centavos;
  readonly lines: readonly MeasuredDraw[];
  readonly command: CommandId;
};
