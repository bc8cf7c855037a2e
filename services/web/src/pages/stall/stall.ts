import { fieldOf, jsonOf } from '@ayni/kernel';
import { remember, remembered } from '../../offline/remembered.js';

export const PAYMENTS = ['cash', 'qr', 'credit'] as const;
export type Payment = (typeof PAYMENTS)[number];

/** Where she sells and how she is paid: set once, for all receipts that follow. */
export type Stall = {
  readonly market: string;
  readonly payment: Payment;
  /** The day that she enters receipts of, where it is not today. */
  readonly day?: string;
};

const nameOf = (coop: string): string => `ayni-stall-${coop}`;

/** The stall that this device was at, but for its day: tomorrow is another one. */
export function keptStall(coop: string): Stall | undefined {
  const kept = jsonOf(remembered(nameOf(coop)) ?? '');
  const market = fieldOf(kept, 'market');
  const payment = PAYMENTS.find((one) => one === fieldOf(kept, 'payment'));
  return typeof market === 'string' && payment !== undefined ? { market, payment } : undefined;
}

export const keepStall = (coop: string, { market, payment }: Stall): void =>
  remember(nameOf(coop), JSON.stringify({ market, payment }));
