import { AmountField, CodeField, DayField, ShownListField } from '@ayni/http/fields';
import { addDays, formatAmount, type Day } from '@ayni/kernel';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import type { CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import { PersonalBooks, totalOf, type PersonalSums } from '../../domain/ledger/members-accounts.js';
import { accountSums } from '../sum-accounts/account-sums.js';

/** What somebody owes and is owed as of a day. */
class PersonalAmounts {
  @AmountField({ description: 'what is left of advances' }) advances!: string;
  @AmountField({ description: 'what is left of loans' }) loans!: string;
  @AmountField({ description: 'what is left of fines' }) fines!: string;
  @AmountField({ description: 'certificates of contribution that are held' }) certificates!: string;
  @AmountField({ description: 'what is still to be paid of certificates' }) certificatesOwed!: string;
  @AmountField({ description: 'what runs left in the co-op of shares' }) retained!: string;
  @AmountField({ description: 'all of it: in her favour above zero, against her below' }) balance!: string;
}

/** A member's account as of a day. */
export class MemberAccount extends PersonalAmounts {
  @CodeField() member!: string;
  @CodeField() household!: string;
}

/** A household's account as of a day, with those of its members. */
export class HouseholdAccountSums extends PersonalAmounts {
  @CodeField() household!: string;
  @AmountField({ description: 'shares that are still to be paid; below zero where too much was paid' }) shares!: string;
  @AmountField({ description: 'what runs set off of debts that had been brought back' }) overSetOff!: string;
  @AmountField({ description: 'what was too small for a coin' }) carried!: string;
}

/** The account of every member. */
export class MemberAccounts {
  @DayField() on!: Day;
  @ShownListField(() => MemberAccount) items!: readonly MemberAccount[];
}

/** The account of every household. */
export class HouseholdAccounts {
  @DayField() on!: Day;
  @ShownListField(() => HouseholdAccountSums) items!: readonly HouseholdAccountSums[];
}

const readMembers = statement(
  'members with accounts',
  `SELECT number, household FROM members WHERE coop_id = current_setting('app.coop')::uuid ORDER BY number COLLATE "C"`,
);

const readHouseholds = statement(
  'households with accounts',
  `SELECT h.code AS household, ARRAY(SELECT m.number FROM members m
     WHERE m.coop_id = h.coop_id AND m.household = h.code) AS members
   FROM households h WHERE h.coop_id = current_setting('app.coop')::uuid ORDER BY h.code COLLATE "C"`,
);

/** Sums what each member and household owes and is owed: together what the ledger has on these accounts. */
export class SumPersonalAccounts {
  constructor(private readonly coops: CoopDirectory) {}

  /** @param asked today in the co-op's zone where left out */
  async ofMembers(tx: Transaction, asked?: Day): Promise<MemberAccounts> {
    const { on, books, places } = await this.booksOn(tx, asked);
    const members = await tx.query<Pick<MemberAccount, 'member' | 'household'> & { readonly number: string }>(
      readMembers,
      [],
    );
    return {
      on,
      items: members.map(({ number, household }) => ({
        ...{ member: number, household },
        ...amounts(books.ofMember(number), places),
      })),
    };
  }

  /** @param asked today in the co-op's zone where left out */
  async ofHouseholds(tx: Transaction, asked?: Day): Promise<HouseholdAccounts> {
    const { on, books, places } = await this.booksOn(tx, asked);
    const households = await tx.query<{ readonly household: string; readonly members: readonly string[] }>(
      readHouseholds,
      [],
    );
    return {
      on,
      items: households.map(({ household, members }) => {
        const sums = books.ofHousehold(household, members);
        return {
          household,
          shares: formatAmount(sums['shares-payable'], places),
          overSetOff: formatAmount(sums['household-credit'], places),
          carried: formatAmount(sums['household-carried'], places),
          ...amounts(sums, places),
        };
      }),
    };
  }

  private async booksOn(tx: Transaction, asked?: Day): Promise<{ on: Day; books: PersonalBooks; places: number }> {
    const on = asked ?? (await this.coops.today(tx));
    const { places } = await this.coops.get(tx);
    return { on, places, books: new PersonalBooks(await accountSums(tx, { until: addDays(on, 1) })) };
  }
}

/** Debts as what is owed, the rest as what is hers. */
function amounts(sums: PersonalSums, places: number): PersonalAmounts {
  return {
    advances: formatAmount(-sums['member-advances'], places),
    loans: formatAmount(-sums['member-loans'], places),
    fines: formatAmount(-sums['member-fines'], places),
    certificates: formatAmount(sums.certificates, places),
    certificatesOwed: formatAmount(-sums['certificates-owed'], places),
    retained: formatAmount(sums['member-capital'], places),
    balance: formatAmount(totalOf(sums), places),
  };
}
