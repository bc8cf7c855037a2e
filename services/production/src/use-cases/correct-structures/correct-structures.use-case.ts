import { CorrectRegistered } from '@ayni/facts/registered/correct-registered';
import type { CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import { structures, type Structure } from '../../registered/structure.js';

/** Corrects where produce comes from. */
export class CorrectStructures extends CorrectRegistered<Structure> {
  constructor(coops: CoopDirectory) {
    super(structures, coops);
  }
}
