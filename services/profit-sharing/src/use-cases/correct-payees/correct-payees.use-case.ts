import { CorrectRegistered } from '@ayni/facts/registered/correct-registered';
import type { CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import { payees, type Payee } from '../../registered/payee.js';

/** Corrects how families are paid; runs that were worked out keep what held then. */
export class CorrectPayees extends CorrectRegistered<Payee> {
  constructor(coops: CoopDirectory) {
    super(payees, coops);
  }
}
