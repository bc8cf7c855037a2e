import { formatAmount, Refusal, type RefusalCode } from '@ayni/kernel';
import type { Line } from '../ledger/entry.js';
import { grantLines } from './grant-lines.js';
import { atLeastNothing, leftOf, positionOf, toComeOf, type GrantSums } from './grant-sums.js';

/** A grant with what came and went of it. */
export type GrantInBooks = GrantSums & { readonly code: string; readonly restricted: boolean };

/** What a document does to a grant, in smallest units; below nothing where it is taken back. */
export type GrantChange = Partial<Pick<GrantSums, 'received' | 'refunded' | 'spent' | 'writtenOff' | 'recovered'>>;

/**
 * Grants as the documents of a transaction move them, one after another. Each is refused where the grant does not bear
 * it, and else gives the lines by which it is posted. Whoever calls holds the grants.
 */
export class GrantBooks {
  private readonly grants: Map<string, GrantInBooks>;

  constructor(
    grants: Iterable<GrantInBooks>,
    private readonly places: number,
  ) {
    this.grants = new Map([...grants].map((grant) => [grant.code, grant]));
  }

  /** @throws Refusal `grant-exhausted` with what is left */
  charge(code: string, amount: bigint, pointer: string): Line[] {
    const left = leftOf(this.grant(code));
    if (amount > left) this.refuse('grant-exhausted', pointer, { grant: code, left });
    return this.move(code, { spent: amount });
  }

  /** @throws Refusal `grant-overpaid` with what is still to come */
  receive(code: string, amount: bigint, pointer: string): Line[] {
    const left = toComeOf(this.grant(code));
    if (amount > left) this.refuse('grant-overpaid', pointer, { grant: code, left });
    return this.move(code, { received: amount });
  }

  /** @throws Refusal `more-than-held` with what is there unspent */
  refund(code: string, amount: bigint, pointer: string): Line[] {
    const { held } = positionOf(this.grant(code));
    if (amount > held) this.refuse('more-than-held', pointer, { grant: code, held });
    return this.move(code, { refunded: amount });
  }

  /** @throws Refusal `more-than-owed` with what the funder owes */
  writeOff(code: string, amount: bigint, pointer: string): Line[] {
    const { owed } = positionOf(this.grant(code));
    if (amount > owed) this.refuse('more-than-owed', pointer, { grant: code, owed });
    return this.move(code, { writtenOff: amount });
  }

  /** An expense that is taken back. @throws Refusal `expense-written-off` where the co-op bore it in the meantime */
  uncharge(code: string, amount: bigint): Line[] {
    const lines = this.move(code, { spent: -amount });
    const { writtenOff, ...sums } = this.grant(code);
    if (writtenOff > 0n && positionOf({ ...sums, writtenOff }).held > 0n)
      this.refuse('expense-written-off', '', { grant: code, amount: writtenOff });
    return lines;
  }

  /** A receipt that is taken back: expenses that it paid are pre-financed again. @throws Refusal `receipt-refunded` */
  unreceive(code: string, amount: bigint): Line[] {
    const lines = this.move(code, { received: -amount });
    const { received, recovered, refunded } = this.grant(code);
    if (refunded > received + recovered) this.refuse('receipt-refunded', '', { grant: code, amount: refunded });
    return lines;
  }

  /** What an asset that the grant paid was sold for, as far as it is the grant's. */
  recover(code: string, amount: bigint): Line[] {
    return this.move(code, { recovered: amount });
  }

  /** A sale that is taken back. @throws Refusal `proceeds-used` where what it brought was spent or refunded since */
  unrecover(code: string, amount: bigint): Line[] {
    const lines = this.move(code, { recovered: -amount });
    const grant = this.grant(code);
    if (leftOf(grant) < 0n || grant.refunded > grant.received + grant.recovered)
      this.refuse('proceeds-used', '', { grant: code, amount });
    return lines;
  }

  unrefund(code: string, amount: bigint): Line[] {
    return this.move(code, { refunded: -amount });
  }

  unwriteOff(code: string, amount: bigint): Line[] {
    return this.move(code, { writtenOff: -amount });
  }

  private move(code: string, change: GrantChange): Line[] {
    const before = this.grant(code);
    const after = {
      ...before,
      received: before.received + (change.received ?? 0n),
      refunded: before.refunded + (change.refunded ?? 0n),
      spent: before.spent + (change.spent ?? 0n),
      writtenOff: before.writtenOff + (change.writtenOff ?? 0n),
      recovered: before.recovered + (change.recovered ?? 0n),
    };
    this.grants.set(code, after);
    return grantLines(before, after);
  }

  private grant(code: string): GrantInBooks {
    const grant = this.grants.get(code);
    if (!grant) throw new Error(`grant ${code} was not read`);
    return grant;
  }

  private refuse(refusal: RefusalCode, pointer: string, params: Readonly<Record<string, string | bigint>>): never {
    const texts = Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'bigint' ? formatAmount(atLeastNothing(value), this.places) : value,
    ]);
    throw new Refusal(refusal, pointer, Object.fromEntries(texts));
  }
}
