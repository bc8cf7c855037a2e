import type { Transaction } from '@ayni/database/transaction';
import { nameKey, Refusal, type Day } from '@ayni/kernel';
import type { AssembliesPort } from '../../domain/assemblies.port.js';
import { isCarried } from '../../domain/resolution.js';
import type { ResolutionsPort } from '../../domain/resolutions.port.js';

/** Admits a person under a resolution of the assembly, where one is named or the co-op admits nobody without. */
export class AdmitMember {
  constructor(
    private readonly assemblies: AssembliesPort,
    private readonly resolutions: ResolutionsPort,
  ) {}

  /** Whether the co-op admits nobody without a resolution that covers it. */
  async isByResolution(tx: Transaction): Promise<boolean> {
    return (await this.assemblies.rules(tx)).admission === 'by-resolution';
  }

  /**
   * Reads the resolution under which somebody joins.
   * @param pointer the place in the request where it is named
   * @returns its number as it is kept, and whether it admits her by her number; null where none is named
   * @throws Refusal `unknown-reference`, `resolution-not-carried`, `resolution-later`
   */
  async read(
    tx: Transaction,
    { number: member, joinedOn }: { readonly number: string; readonly joinedOn: Day },
    asked: string | null,
    pointer: string,
  ): Promise<{ readonly number: string; readonly isCovering: boolean } | null> {
    if (asked === null) return null;
    const resolution = await this.resolutions.find(tx, asked);
    if (!resolution) throw new Refusal('unknown-reference', pointer, { what: 'resolution', code: asked });
    const { number, adoptedOn, covers } = resolution;
    if (!isCarried(resolution)) throw new Refusal('resolution-not-carried', pointer, { number });
    if (adoptedOn > joinedOn) throw new Refusal('resolution-later', pointer, { number, adoptedOn, joinedOn });
    const isCovering = covers.some(
      (thing) => thing.kind === 'admission' && nameKey(thing.member ?? '') === nameKey(member),
    );
    return { number, isCovering };
  }

  /**
   * @param under what {@link AdmitMember.read} found
   * @throws Refusal `admission-needs-resolution`, `resolution-covers-other`
   */
  refuseUncovered(
    member: string,
    under: { readonly number: string; readonly isCovering: boolean } | null,
    pointer: string,
  ): void {
    if (under === null) throw new Refusal('admission-needs-resolution', pointer, { member });
    const { number, isCovering } = under;
    const thing = { es: `que entra la socia ${member}`, en: `that ${member} is admitted` };
    if (!isCovering) throw new Refusal('resolution-covers-other', pointer, { number, thing });
  }
}
