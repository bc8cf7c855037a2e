import type { Transaction } from '@ayni/database/transaction';
import type { Household } from '../../domain/household.js';
import type { HouseholdsPort } from '../../domain/households.port.js';

/** Puts households into the register, all or none. */
export class RegisterHouseholds {
  constructor(private readonly households: HouseholdsPort) {}

  run(tx: Transaction, households: readonly Household[], by: string): Promise<{ recorded: number; unchanged: number }> {
    return this.households.add(tx, households, by);
  }
}
