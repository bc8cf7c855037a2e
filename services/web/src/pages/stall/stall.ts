import { fieldOf, jsonOf } from '@ayni/kernel';

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
  try {
    const kept = jsonOf(localStorage.getItem(nameOf(coop)) ?? '');
    const market = fieldOf(kept, 'market');
    const payment = PAYMENTS.find((one) => one === fieldOf(kept, 'payment'));
    return typeof market === 'string' && payment !== undefined ? { market, payment } : undefined;
  } catch {
    return undefined;
  }
}

export function keepStall(coop: string, { market, payment }: Stall): void {
  try {
    localStorage.setItem(nameOf(coop), JSON.stringify({ market, payment }));
  } catch {
    // she says it again the next time
  }
}
