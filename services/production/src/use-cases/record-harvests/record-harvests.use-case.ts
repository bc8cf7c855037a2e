import { Refusal } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import { digestOf } from '@ayni/facts/record';
import { businessDay, type CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import { measureHarvest, type HarvestDraft } from '../../domain/harvest.js';
import type { HarvestsPort } from '../../domain/harvests.port.js';

/** Enters harvests, all or none. */
export class RecordHarvests {
  constructor(
    private readonly coops: CoopDirectory,
    private readonly harvests: HarvestsPort,
  ) {}

  async run(
    tx: Transaction,
    drafts: readonly HarvestDraft[],
    by: string,
  ): Promise<{ recorded: number; unchanged: number }> {
    const coop = await this.coops.get(tx);
    const days = drafts.map(({ harvestedAt }, i) => businessDay(coop, harvestedAt, tx.now, `/rows/${i}/harvestedAt`));
    const { units, structures, shut } = await this.harvests.references(tx, {
      products: [...new Set(drafts.map(({ product }) => product))],
      structures: [...new Set(drafts.map(({ structure }) => structure))],
      days: [...new Set(days)],
    });
    if (shut) throw new Refusal('season-closed', `/rows/${days.indexOf(shut.day)}/harvestedAt`, shut);
    const entries = drafts.map((draft, i) => {
      const pointer = `/rows/${i}`;
      const day = days[i];
      if (day === undefined) throw new Error('a harvest without a day');
      if (!structures.has(draft.structure))
        throw new Refusal('unknown-reference', `${pointer}/structure`, { what: 'structure', code: draft.structure });
      return { harvest: measureHarvest(draft, day, units, pointer), digest: digestOf(draft), by };
    });
    return this.harvests.add(tx, entries);
  }
}
