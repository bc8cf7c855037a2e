import { CorrectRegistered } from '@ayni/facts/registered/correct-registered';
import type { CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import { households, type Household } from '../../registered/household.js';

/** Corrects the families of the register. */
export class CorrectHouseholds extends CorrectRegistered<Household> {
  constructor(coops: CoopDirectory) {
    super(households, coops);
  }
}
