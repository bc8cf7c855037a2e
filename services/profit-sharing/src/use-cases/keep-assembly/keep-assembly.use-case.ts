import type { Transaction } from '@ayni/database/transaction';
import type { Household, KeptFactsPort } from '../../domain/kept-facts.port.js';
import type { HeldAssembly } from '../../domain/papers/minutes.js';
import type { CoveringResolution, Resolution } from '../../domain/rules/resolution.js';
import type { ResolutionsPort } from '../../domain/rules/resolutions.port.js';

/** Keeps the households that are paid, the resolutions under which runs are approved, and the minutes of assemblies. */
export class KeepAssembly {
  constructor(
    private readonly facts: KeptFactsPort,
    private readonly decided: ResolutionsPort,
  ) {}

  households(tx: Transaction, households: readonly Household[]): Promise<void> {
    return this.facts.keepHouseholds(tx, households);
  }

  correctHouseholds(tx: Transaction, households: readonly Household[]): Promise<void> {
    return this.facts.correctHouseholds(tx, households);
  }

  resolutions(tx: Transaction, resolutions: readonly Resolution[]): Promise<void> {
    return this.decided.keep(tx, resolutions);
  }

  covered(tx: Transaction, resolutions: readonly CoveringResolution[]): Promise<void> {
    return this.decided.keepCovered(tx, resolutions);
  }

  minutes(tx: Transaction, minutes: readonly HeldAssembly[]): Promise<void> {
    return this.decided.keepMinutes(tx, minutes);
  }
}
