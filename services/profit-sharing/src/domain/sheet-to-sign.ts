import type { PaymentWay } from './payouts/payout.js';
import type { PaperHead } from './papers/statement-paper.js';

/** What households sign when they are paid: those of a whole run, or of one round of paying. */
export type SheetToSign = PaperHead & {
  readonly places: number;
  readonly households: readonly {
    readonly household: string;
    readonly name: string | null;
    readonly paid: string;
    readonly pays: PaymentWay;
  }[];
  readonly totals: { readonly paid: string };
};
