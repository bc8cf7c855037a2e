import type { Problem } from '../api/problem.js';
import type { ActRoute, Sent } from '../api/route.js';

/** The commands that can be kept without a line, and sent later. */
export const KEEPABLE = [
  'POST /api/sales/v1/sales',
  'POST /api/sales/v1/sales/{receipt}/reversal',
  'POST /api/production/v1/harvests',
  'POST /api/production/v1/work',
  'POST /api/inventory/v1/deliveries',
  'POST /api/inventory/v1/losses',
] as const satisfies readonly ActRoute[];

export type KeepableRoute = (typeof KEEPABLE)[number];

export const isKeepable = (route: unknown): route is KeepableRoute => KEEPABLE.some((known) => known === route);

/**
 * `waiting` to be sent, `sent` and done, `refused` until a person corrects it, `handed-over` to the treasurer where its
 * season had closed meanwhile, `given-up` by her with a reason.
 */
export type KeptState = 'waiting' | 'sent' | 'refused' | 'handed-over' | 'given-up';

/** Why a command was refused: what a {@link Problem} says, as it can be kept. */
export type Refusal = Pick<Problem, 'status' | 'code' | 'detail' | 'faults' | 'requestId'>;

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
  /** How often it left this device, or began to. */
  readonly tries: number;
  /** Until when it can still be undone and is not sent, by this device's clock. */
  readonly heldUntil?: number;
  /** The key of a command that has to be done before it: a receipt, of its reversal. */
  readonly after?: string;
  /** Until when a page waits for its answer and has a refusal corrected itself, by this device's clock. */
  readonly watchedUntil?: number;
  /** When it was answered or given up, by this device's clock. */
  readonly answeredAt?: number;
  readonly refusal?: Refusal;
  /** That it came too late: its rows are handed to the treasurer, in the place of being recorded. */
  readonly late?: Refusal;
  /** Why it was given up. */
  readonly reason?: string;
};

/** Of one of the routes, as it was kept. */
export const isOf = <R extends KeepableRoute>(route: R, command: KeptCommand): command is KeptCommand<R> =>
  command.route === route;
