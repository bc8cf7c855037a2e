import type { Transaction } from '@ayni/database/transaction';
import type { Day } from '@ayni/kernel';
import type { Holders } from './certificate-holders.js';

/** A type as it is registered, its value as decimal text in the places of the currency. */
export type NewCertificateType = {
  readonly code: string;
  readonly name: string;
  readonly value: string;
  readonly minimum: number;
  readonly holders: Holders;
};

/** A type as certificates are checked against it. */
export type KeptCertificateType = NewCertificateType & {
  /** The first day on which its value holds; null while it is the first. */
  readonly valueFrom: Day | null;
  readonly retiredOn: Day | null;
};

/** How many certificates of a type somebody holds. */
export type HeldOfType = {
  readonly type: string;
  readonly member: string;
  readonly household: string;
  readonly count: bigint;
};

/** Types of certificates. */
export abstract class CertificateTypesPort {
  /**
   * Registers types, all or none; the same ones again change nothing.
   * @throws Refusal `duplicate-code`, `code-taken`
   */
  abstract register(
    tx: Transaction,
    types: readonly NewCertificateType[],
    by: string,
  ): Promise<{ readonly recorded: number; readonly unchanged: number }>;
  /** Refuses what {@link register} does, and registers nothing. @throws Refusals `code-taken` */
  abstract refuseTaken(tx: Transaction, types: readonly NewCertificateType[]): Promise<void>;
  /** Types by code, held until the transaction ends: nobody else enters certificates of them meanwhile. */
  abstract hold(tx: Transaction, codes: readonly string[]): Promise<ReadonlyMap<string, KeptCertificateType>>;
  /** Who holds certificates of these types, and how many. */
  abstract heldOf(tx: Transaction, types: readonly string[]): Promise<readonly HeldOfType[]>;
  /** In which household each of these members is. */
  abstract householdsOf(tx: Transaction, members: readonly string[]): Promise<ReadonlyMap<string, string>>;
}
