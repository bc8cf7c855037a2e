import { notFound } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import type { DeviceCookie } from '../../domain/device.js';
import type { DevicesPort } from '../../domain/devices.port.js';

/** Signs a device out: no token that was given to it holds any longer, anywhere. */
export class EndDevice {
  constructor(private readonly devices: DevicesPort) {}

  /** @throws Refusal `not-found` where it is none of hers */
  async run(tx: Transaction, user: string, device: string): Promise<{ device: { id: string } }> {
    if (!(await this.devices.end(tx, user, device))) throw notFound('device');
    return { device: { id: device } };
  }

  /** That of whatever user. @throws Refusal `not-found` where there is none */
  async ofAnybody(tx: Transaction, device: string): Promise<{ device: { id: string } }> {
    const user = await this.devices.userOf(tx, device);
    if (user === undefined) throw notFound('device');
    return this.run(tx, user, device);
  }

  /** The device whose own cookie is shown. @returns whether there was one */
  async own(tx: Transaction, cookie: DeviceCookie): Promise<boolean> {
    const device = await this.devices.lock(tx, cookie);
    return device !== undefined && this.devices.end(tx, device.user, device.id);
  }
}
