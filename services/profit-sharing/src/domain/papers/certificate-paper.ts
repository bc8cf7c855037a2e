import type { Day } from '@ayni/kernel';

/** Certificates that were bought under one code, as they are printed for who holds them. */
export type CertificatePaper = {
  readonly coop: string;
  readonly currency: string;
  readonly code: string;
  /** Its place in the register, in which nothing is struck out: the how manieth that was entered. */
  readonly place: number;
  readonly member: string;
  readonly name: string | null;
  readonly boughtOn: Day;
  readonly count: number;
  readonly valueEach: string;
  readonly amount: string;
  readonly paid: string;
  /** What is still to be paid of them; null where nothing is. */
  readonly owed: string | null;
  /** The last day on which she held them; null while she does. */
  readonly withdrawnOn: Day | null;
  /** Who was paid what had been paid in, where it was not she herself. */
  readonly receivedBy: string | null;
  /** The transfer by which they went to another. */
  readonly transfer: string | null;
};
