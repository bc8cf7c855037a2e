import type { Transaction } from '@ayni/database/transaction';
import type { Device, DeviceCookie } from './device.js';

/** The browsers in which users are signed in. */
export abstract class DevicesPort {
  /** Signs a user in on a new one. */
  abstract open(
    tx: Transaction,
    user: string,
    label: string,
  ): Promise<{ readonly id: string; readonly cookie: string }>;
  /** The device of a cookie, held until the transaction ends. */
  abstract lock(tx: Transaction, cookie: DeviceCookie): Promise<Device | undefined>;
  /**
   * Gives the next cookie for the one that is shown; nothing where that has been in two hands.
   * @param waiting how many records the device keeps, and has not sent; as it last said, where it says nothing
   */
  abstract renew(
    tx: Transaction,
    device: Device,
    cookie: DeviceCookie,
    waiting: number | undefined,
  ): Promise<string | undefined>;
  /** Signs one out, and tells the others. @returns whether there was one of that user */
  abstract end(tx: Transaction, user: string, id: string): Promise<boolean>;
  /** Whose device it is; undefined where there is none. */
  abstract userOf(tx: Transaction, id: string): Promise<string | undefined>;
  /** Signs all of a user's out, and tells the others. */
  abstract endAll(tx: Transaction, user: string): Promise<void>;
}
