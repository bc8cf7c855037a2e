import type { ActRoute, Sent } from '../api/route.js';

/** The commands that can be kept without a line, and sent later. */
export type KeepableRoute = Extract<
  ActRoute,
  | 'POST /api/sales/v1/sales'
  | 'POST /api/sales/v1/sales/{receipt}/reversal'
  | 'POST /api/production/v1/harvests'
  | 'POST /api/production/v1/work'
  | 'POST /api/inventory/v1/deliveries'
  | 'POST /api/inventory/v1/losses'
>;

/** `waiting` to be sent, `sent` and done, `refused` until a person corrects it, `given-up` by her with a reason. */
export type KeptState = 'waiting' | 'sent' | 'refused' | 'given-up';

/** A command on this device. Nothing of it is deleted before it was answered. */
export type KeptCommand<R extends KeepableRoute = KeepableRoute> = {
  /** Its Idempotency-Key: however often it is sent, it is done once. */
  readonly key: string;
  readonly route: R;
  readonly sent: Sent<R>;
  /** What people know it by: a receipt's code, say. */
  readonly label: string;
  /** Whose it is: it is sent under nobody else. */
  readonly coop: string;
  readonly user: string;
  /** By this device's clock, in milliseconds. */
  readonly keptAt: number;
  /** How much the system's clock was ahead then, as far as was known. */
  readonly clockAhead: number;
  readonly state: KeptState;
  readonly tries: number;
  /** When it was answered, by this device's clock. */
  readonly answeredAt?: number;
  readonly refusal?: { readonly code: string; readonly detail: string; readonly pointer: string };
  readonly reason?: string;
};
