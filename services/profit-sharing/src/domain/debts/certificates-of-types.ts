import { parseAmount, Refusal, type Centavos, type Day } from '@ayni/kernel';
import type { HeldOfType, KeptCertificateType } from './certificate-types.port.js';

/** Certificates of a type as somebody would buy them. */
type Bought = {
  readonly member: string;
  readonly household: string;
  readonly count: number;
  readonly valueEach: Centavos;
  readonly day: Day;
};

/** What is held of each type, as purchases of one load add to it, one after another. Whoever calls holds the types. */
export class CertificatesOfTypes {
  private readonly held: HeldOfType[];

  constructor(
    private readonly types: ReadonlyMap<string, KeptCertificateType>,
    held: readonly HeldOfType[],
    private readonly places: number,
  ) {
    this.held = [...held];
  }

  /** @throws Refusal `unknown-reference` where there is no such type */
  find(code: string, at: string): KeptCertificateType {
    const type = this.types.get(code);
    if (!type) throw new Refusal('unknown-reference', `${at}/type`, { what: 'certificate-type', code });
    return type;
  }

  /**
   * @param at the row's place in the request
   * @throws Refusal `retired`, `wrong-order` before the type's value holds, `certificate-value`, `certificate-minimum`,
   * `household-holds`
   */
  buy(type: KeptCertificateType, { member, household, count, valueEach, day }: Bought, at: string): void {
    const { code, value, minimum, holders, valueFrom, retiredOn } = type;
    if (retiredOn !== null && day > retiredOn) throw new Refusal('retired', `${at}/type`, { code, retiredOn });
    if (valueFrom !== null && day < valueFrom)
      throw new Refusal('wrong-order', `${at}/boughtOn`, { detail: 'before-value' });
    if (valueEach !== parseAmount(value, this.places)) {
      throw new Refusal('certificate-value', `${at}/valueEach`, { type: code, value });
    }
    const ofType = this.held.filter((held) => held.type === code);
    const other = ofType.find((held) => held.household === household && held.member !== member);
    if (holders === 'households' && other)
      throw new Refusal('household-holds', `${at}/member`, { type: code, household, member: other.member });
    const before = ofType.reduce((sum, held) => (held.member === member ? sum + held.count : sum), 0n);
    if (before + BigInt(count) < BigInt(minimum))
      throw new Refusal('certificate-minimum', `${at}/count`, { type: code, minimum: String(minimum) });
    this.held.push({ type: code, member, household, count: BigInt(count) });
  }
}
