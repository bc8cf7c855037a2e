import { found, Refusal } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import type { SeasonsPort } from '../../domain/seasons.port.js';

/** Asks every service to close its books of a season; from then on their doors refuse facts of its days. */
export class CloseSeason {
  constructor(private readonly seasons: SeasonsPort) {}

  async run(tx: Transaction, code: string): Promise<{ closing: string }> {
    const season = found(await this.seasons.lock(tx, code), 'season', code);
    if (season.state !== 'open') throw new Refusal('season-not-open', '', { season: code });
    await this.seasons.move(tx, season, 'closing');
    return { closing: code };
  }
}
