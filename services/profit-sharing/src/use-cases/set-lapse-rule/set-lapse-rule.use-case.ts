import { Refusal } from '@ayni/kernel';
import { NAMES, spelledOne } from '@ayni/database/names';
import type { Transaction } from '@ayni/database/transaction';
import type { FundsPort } from '../../domain/funds/funds.port.js';
import type { LapsesPort } from '../../domain/payouts/lapses.port.js';
import type { LapseRule } from '../../domain/payouts/unclaimed.js';
import { refuseUncarried } from '../../domain/rules/resolution.js';
import type { ResolutionsPort } from '../../domain/rules/resolutions.port.js';

/** Writes down when what nobody claims lapses, and into which fund, as the assembly resolved. */
export class SetLapseRule {
  constructor(
    private readonly lapses: LapsesPort,
    private readonly funds: FundsPort,
    private readonly resolutions: ResolutionsPort,
  ) {}

  /** @throws Refusal `unknown-reference`, `resolution-not-carried` */
  async run(tx: Transaction, asked: LapseRule, by: string): Promise<{ readonly version: number }> {
    const resolution = await this.resolutions.find(tx, asked.resolution);
    refuseUncarried(asked.resolution, resolution);
    const fund = await spelledOne(tx, NAMES.fund, asked.fund);
    const funds = await this.funds.all(tx);
    if (!funds.some(({ code }) => code === fund))
      throw new Refusal('unknown-reference', '/fund', { what: 'fund', code: asked.fund });
    const { afterDays } = asked;
    return { version: await this.lapses.setRule(tx, { afterDays, fund, resolution: resolution.number }, by) };
  }
}
