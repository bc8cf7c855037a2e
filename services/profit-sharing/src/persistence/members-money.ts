import { advances } from '../facts/advance.js';
import { certificateWithdrawals } from '../facts/certificate-withdrawal.js';
import { certificateTransfers } from '../facts/certificate-transfer.js';
import { certificates } from '../facts/certificate.js';
import { contributions } from '../facts/contribution.js';
import { fines } from '../facts/fine.js';
import { fundUses } from '../facts/fund-use.js';
import { loans } from '../facts/loan.js';
import { repayments } from '../facts/repayment.js';

/** Dated facts of the money between the co-op and its members, and of its funds. */
export const MEMBERS_MONEY = [
  advances,
  loans,
  fines,
  repayments,
  fundUses,
  certificates,
  certificateWithdrawals,
  certificateTransfers,
  contributions,
] as const;
