import type { Transaction } from '@ayni/database/transaction';
import { Faults } from '@ayni/http/faults';
import { refuseFuture, type CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import type { MembersPort } from '../../domain/members.port.js';
import { checkCovers, refuseTooManyVotes, type Resolution } from '../../domain/resolution.js';
import type { ResolutionsPort } from '../../domain/resolutions.port.js';

/** Enters what an assembly resolved, all or none. */
export class AdoptResolutions {
  constructor(
    private readonly coops: CoopDirectory,
    private readonly members: MembersPort,
    private readonly resolutions: ResolutionsPort,
  ) {}

  async run(
    tx: Transaction,
    resolutions: readonly Resolution[],
    by: string,
  ): Promise<{ recorded: number; unchanged: number }> {
    const coop = await this.coops.get(tx);
    const faults = new Faults();
    resolutions.forEach((resolution, i) => {
      faults.check(i, () => refuseFuture(coop, resolution.adoptedOn, tx.now, `/rows/${i}/adoptedOn`));
      faults.check(i, () => checkCovers(resolution, coop.places, `/rows/${i}`));
    });
    // one that was there already was counted by the rules of its day
    const unchanged = await this.resolutions.unchanged(tx, resolutions);
    const days = resolutions.filter(({ number }) => !unchanged.has(number)).map(({ adoptedOn }) => adoptedOn);
    const members = await this.members.countOn(tx, days);
    resolutions.forEach((resolution, i) => {
      if (unchanged.has(resolution.number)) return;
      faults.check(i, () => refuseTooManyVotes(resolution, members.get(resolution.adoptedOn) ?? 0, `/rows/${i}`));
    });
    await faults.throwWith(() => this.resolutions.refuseTaken(tx, resolutions));
    const recorded = await this.resolutions.add(tx, resolutions, by);
    return { recorded, unchanged: resolutions.length - recorded };
  }
}
