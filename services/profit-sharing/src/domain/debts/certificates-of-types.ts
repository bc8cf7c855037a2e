import { every, parseAmount, Refusal, type Centavos, type Day } from '@ayni/kernel';
import type { HeldOfType, KeptCertificateType } from './certificate-types.port.js';

/** Certificates of a type as somebody would buy them. */
type Bought = {
  readonly member: string;
  readonly household: string;
  readonly count: number;
  readonly valueEach: Centavos;
  readonly day: Day;
};

/** Certificates of a type as one member would pass them to another, who is of that household. */
type Passed = {
  readonly giver: string;
  readonly taker: string;
  readonly household: string;
  readonly count: number;
};

/** Where a request says who is to hold certificates, and how many; nowhere where something is taken back. */
type Places = { readonly member: string; readonly count: string };

const NOWHERE: Places = { member: '', count: '' };

/** What is held of each type, as what somebody records or takes back changes it, one after another. Whoever calls holds the types. */
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
    const { code, value, valueFrom, retiredOn } = type;
    every(
      () => {
        if (retiredOn !== null && day > retiredOn) throw new Refusal('retired', `${at}/type`, { code, retiredOn });
      },
      () => {
        if (valueFrom !== null && day < valueFrom)
          throw new Refusal('wrong-order', `${at}/boughtOn`, { detail: 'before-value' });
      },
      () => {
        if (valueEach !== parseAmount(value, this.places))
          throw new Refusal('certificate-value', `${at}/valueEach`, { type: code, value });
      },
      () => this.hold(type, { member, household, count }, { member: `${at}/member`, count: `${at}/count` }),
    );
  }

  /**
   * Certificates of a type go from one to another, whatever they were worth when they were bought.
   * @throws Refusal `certificate-minimum` also where who gives them keeps too few, `household-holds`
   */
  transfer(type: KeptCertificateType, { giver, taker, household, count }: Passed, at: Places = NOWHERE): void {
    this.giveUp(type, { member: giver, count }, at);
    this.hold(type, { member: taker, household, count }, at);
  }

  /** @throws Refusal `certificate-minimum` where somebody would keep some, and too few */
  giveUp(
    { code, minimum }: KeptCertificateType,
    { member, count }: Pick<Bought, 'member' | 'count'>,
    at: Places = NOWHERE,
  ): void {
    const kept = this.countOf(code, member) - BigInt(count);
    if (kept > 0n && kept < BigInt(minimum))
      throw new Refusal('certificate-minimum', at.count, { type: code, minimum: String(minimum) });
    this.held.push({ type: code, member, household: this.householdOf(member), count: -BigInt(count) });
  }

  /** @throws Refusal `certificate-minimum`, `household-holds` where somebody may not come to hold so many */
  hold(
    { code, minimum, holders }: KeptCertificateType,
    { member, household, count }: Pick<Bought, 'member' | 'household' | 'count'>,
    at: Places = NOWHERE,
  ): void {
    const other = this.held.find(
      (held) =>
        held.type === code &&
        held.household === household &&
        held.member !== member &&
        this.countOf(code, held.member) > 0n,
    );
    if (holders === 'households' && other)
      throw new Refusal('household-holds', at.member, { type: code, household, member: other.member });
    if (this.countOf(code, member) + BigInt(count) < BigInt(minimum))
      throw new Refusal('certificate-minimum', at.count, { type: code, minimum: String(minimum) });
    this.held.push({ type: code, member, household, count: BigInt(count) });
  }

  private countOf(type: string, member: string): bigint {
    return this.held.reduce((sum, held) => (held.type === type && held.member === member ? sum + held.count : sum), 0n);
  }

  private householdOf(member: string): string {
    return this.held.find((held) => held.member === member)?.household ?? '';
  }
}
