import type { Day } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import { refuseUncarried, type Covered } from '../../domain/rules/resolution.js';
import type { ResolutionsPort } from '../../domain/rules/resolutions.port.js';

/** Uses a resolution up for one thing that it covers. */
export class UseResolution {
  constructor(private readonly resolutions: ResolutionsPort) {}

  /**
   * @param since the first day on which the assembly could decide it, where there is one
   * @returns its number as it is kept
   * @throws Refusal `unknown-reference`, `resolution-not-carried`, `resolution-too-early`, `resolution-covers-other`,
   * `resolution-used`, each at `/resolution`
   */
  async run(tx: Transaction, number: string, thing: Covered, since?: Day): Promise<string> {
    const resolution = await this.resolutions.find(tx, number);
    refuseUncarried(number, resolution, since);
    await this.resolutions.use(tx, number, thing);
    return resolution.number;
  }
}
