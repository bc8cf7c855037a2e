import type { Transaction } from '@ayni/database/transaction';
import { isForgotten, type DeviceCookie } from '../../domain/device.js';
import type { DevicesPort } from '../../domain/devices.port.js';
import type { TokensPort } from '../../domain/tokens.port.js';
import type { UsersPort } from '../../domain/users.port.js';
import type { BrowserSession } from '../open-device/open-device.use-case.js';

/** Gives a browser its next token for the cookie that it was given last. */
export class RenewDevice {
  constructor(
    private readonly devices: DevicesPort,
    private readonly users: UsersPort,
    private readonly tokens: TokensPort,
  ) {}

  /**
   * @param waiting how many records it keeps, and has not sent
   * @returns nothing where she has to sign in again; a cookie that has been in two hands signs its device out
   */
  async run(tx: Transaction, cookie: DeviceCookie, waiting?: number): Promise<BrowserSession | undefined> {
    const device = await this.devices.lock(tx, cookie);
    if (!device) return undefined;
    const account = await this.users.find(tx, device.user);
    const mayStay = account?.active === true && !account.choosing && !isForgotten(device, tx.now);
    const next = mayStay ? await this.devices.renew(tx, device, cookie, waiting) : undefined;
    if (next === undefined || !account) {
      await this.devices.end(tx, device.user, device.id);
      return undefined;
    }
    return { session: await this.tokens.sign(account, tx.now, device.id), cookie: next };
  }
}
