import { Refusal } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import type { Reversal } from '@ayni/facts/reverse';
import { refuseShutSeason } from '@ayni/facts/season-door';
import type { HarvestsPort } from '../../domain/harvests.port.js';

/** Takes a harvest back while its season is open; it nets to nothing on its own day. */
export class ReverseHarvest {
  constructor(private readonly harvests: HarvestsPort) {}

  async run(tx: Transaction, { code, reason, by }: Reversal): Promise<{ reversed: string }> {
    const harvest = await this.harvests.find(tx, code);
    if (!harvest) throw new Refusal('not-found', '', { what: `harvest ${code}` });
    await refuseShutSeason(tx, [harvest.day]);
    await this.harvests.reverse(tx, harvest, reason, by);
    return { reversed: code };
  }
}
