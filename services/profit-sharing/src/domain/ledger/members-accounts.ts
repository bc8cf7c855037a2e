import { FAMILY_ACCOUNTS, MEMBER_ACCOUNTS } from '@ayni/kernel';
import type { Account } from './accounts.js';

/** The accounts that are between the co-op and its members; what is on them stands in the account of somebody. */
export const PERSONAL_ACCOUNTS = [...MEMBER_ACCOUNTS, ...FAMILY_ACCOUNTS] as const satisfies readonly Account[];

export type PersonalAccount = (typeof PERSONAL_ACCOUNTS)[number];

/** The part of somebody in an account, above zero where it is in her favour. */
export type PersonalPart = { readonly account: PersonalAccount; readonly party: string; readonly favour: bigint };

/** A sum in smallest units for each of the accounts that people have with the co-op, each in her favour. */
export type PersonalSums = Readonly<Record<PersonalAccount, bigint>>;

const isPersonal = (account: string): account is PersonalAccount =>
  PERSONAL_ACCOUNTS.some((known) => known === account);

const ofMembers: ReadonlySet<string> = new Set(MEMBER_ACCOUNTS);

/** Sums what stands in the account of each member, or of each household with those of its members. */
export class PersonalBooks {
  private readonly parts = new Map<string, PersonalPart[]>();

  constructor(
    sums: Iterable<{
      readonly account: string;
      readonly party: string;
      readonly debit: bigint;
      readonly credit: bigint;
    }>,
  ) {
    for (const { account, party, debit, credit } of sums) {
      if (!isPersonal(account)) continue;
      const key = keyOf(ofMembers.has(account) ? 'member' : 'household', party);
      this.parts.set(key, [...(this.parts.get(key) ?? []), { account, party, favour: credit - debit }]);
    }
  }

  ofMember(number: string): PersonalSums {
    return summed(this.parts.get(keyOf('member', number)) ?? []);
  }

  ofHousehold(code: string, members: readonly string[]): PersonalSums {
    const parts = [keyOf('household', code), ...members.map((number) => keyOf('member', number))];
    return summed(parts.flatMap((key) => this.parts.get(key) ?? []));
  }
}

const keyOf = (of: 'member' | 'household', party: string): string => `${of} ${party}`;

function summed(parts: readonly PersonalPart[]): PersonalSums {
  const sum = (account: PersonalAccount): bigint =>
    parts.reduce((total, part) => (part.account === account ? total + part.favour : total), 0n);
  return {
    'member-advances': sum('member-advances'),
    'member-loans': sum('member-loans'),
    'member-fines': sum('member-fines'),
    'certificates-owed': sum('certificates-owed'),
    certificates: sum('certificates'),
    'member-capital': sum('member-capital'),
    'shares-payable': sum('shares-payable'),
    'household-credit': sum('household-credit'),
    'household-carried': sum('household-carried'),
  };
}

export const totalOf = (sums: PersonalSums): bigint => Object.values(sums).reduce((total, sum) => total + sum, 0n);
