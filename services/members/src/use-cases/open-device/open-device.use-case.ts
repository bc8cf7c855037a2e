import type { Transaction } from '@ayni/database/transaction';
import type { DevicesPort } from '../../domain/devices.port.js';
import type { Session } from '../../domain/session.js';
import type { TokensPort } from '../../domain/tokens.port.js';
import type { Account } from '../../domain/user.js';

/** What a browser is given: the token, and the cookie by which it gets the next. */
export type BrowserSession = { readonly session: Session; readonly cookie: string };

/** Signs a user who has shown her password in on a browser. */
export class OpenDevice {
  constructor(
    private readonly devices: DevicesPort,
    private readonly tokens: TokensPort,
  ) {}

  /** @param label what she calls the device */
  async run(tx: Transaction, account: Account, label: string): Promise<BrowserSession> {
    const { id, cookie } = await this.devices.open(tx, account.name, label);
    return { session: await this.tokens.sign(account, tx.now, id), cookie };
  }
}
