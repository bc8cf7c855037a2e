import { CorrectRegistered } from '@ayni/facts/registered/correct-registered';
import type { CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import { funds, type Fund } from '../../registered/fund.js';

/** Corrects the funds that rules name; runs that were worked out keep the names that they were worked out under. */
export class CorrectFunds extends CorrectRegistered<Fund> {
  constructor(coops: CoopDirectory) {
    super(funds, coops);
  }
}
