import type { Transaction } from '@ayni/database/transaction';
import { digestOf, refuseDuplicates } from '@ayni/facts/record';
import { checkSeason, type SeasonDraft } from '../../domain/season.js';
import type { SeasonsPort } from '../../domain/seasons.port.js';

/** Opens seasons with the rules that the assembly voted, all or none; no day belongs to two. */
export class OpenSeasons {
  constructor(private readonly seasons: SeasonsPort) {}

  run(tx: Transaction, drafts: readonly SeasonDraft[], by: string): Promise<{ recorded: number; unchanged: number }> {
    refuseDuplicates(drafts.map(({ code }) => code));
    const entries = drafts.map((draft, i) => ({
      season: checkSeason(draft, `/rows/${i}`),
      digest: digestOf(draft),
      by,
    }));
    return this.seasons.open(tx, entries);
  }
}
