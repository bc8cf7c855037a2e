import {
  AmountField,
  CodeField,
  DayField,
  OneOfField,
  ShownListField,
  ShownTextField,
  WholeField,
} from '@ayni/http/fields';
import { addDays, formatAmount, type Day } from '@ayni/kernel';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import { standing } from '@ayni/facts/standing';
import type { CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import { DEBT_KINDS, type DebtKind } from '../../domain/debts/debt.js';
import { PersonalBooks } from '../../domain/ledger/members-accounts.js';
import { repaidOf, setOffOf } from '../../facts/debt-sums.js';
import { namedMember } from '../list-personal-lines/whose-account.query.js';
import { accountSums } from '../sum-accounts/account-sums.js';

/** Certificates that are given back when she leaves. */
export class SettledCertificate {
  @CodeField() code!: string;
  @DayField() boughtOn!: Day;
  @WholeField(1, 1_000_000, { description: 'how many certificates' }) count!: number;
  @AmountField({ description: 'what all of them are worth' }) amount!: string;
}

/** A debt that is taken from what she is given back. */
export class SettledDebt {
  @OneOfField(DEBT_KINDS) kind!: DebtKind;
  @CodeField() code!: string;
  @DayField({ description: 'since when she owes it' }) day!: Day;
  @AmountField({ description: 'what is left of it' }) left!: string;
}

/** What a member and the co-op would owe each other if she left today. */
export class Settlement {
  @ShownTextField({ description: "the co-op's name" }) coop!: string;
  @DayField() on!: Day;
  @CodeField() member!: string;
  @ShownTextField({ nullable: true, description: 'as the register calls her' }) name!: string | null;
  @CodeField() household!: string;
  @ShownTextField({ description: 'the currency of the books' }) currency!: string;
  @ShownListField(() => SettledCertificate) certificates!: readonly SettledCertificate[];
  @AmountField({ description: 'what runs left in the co-op of shares' }) retained!: string;
  @ShownListField(() => SettledDebt) debts!: readonly SettledDebt[];
  @AmountField({ description: 'what the co-op gives her back once her debts are taken off' }) toPay!: string;
  @AmountField({ description: 'what she still owes where her debts are more than that' }) toCollect!: string;
  @AmountField({ description: 'shares and rests that are still to be paid to her household, whoever leaves' })
  householdOwed!: string;
}

type CertificateRow = Omit<SettledCertificate, 'amount'> & { readonly amount: bigint };
type DebtRow = Omit<SettledDebt, 'left'> & { readonly left: bigint };

const readMember = statement(
  'member who would leave',
  `SELECT name, household FROM members WHERE coop_id = current_setting('app.coop')::uuid AND number = $1`,
);

const readCertificates = statement(
  'certificates of a member who would leave',
  `SELECT f.code, f.day AS "boughtOn", f.count, f.amount FROM certificates f
   WHERE f.coop_id = current_setting('app.coop')::uuid AND f.member = $1 AND ${standing('certificate', 'f')}
     AND NOT EXISTS (SELECT FROM certificate_ends w WHERE w.coop_id = f.coop_id AND w.certificate = f.code)
   ORDER BY f.day, f.code COLLATE "C"`,
);

const readDebts = statement(
  'debts of a member who would leave',
  `SELECT kind, code, day, "left" FROM (
     SELECT d.kind, d.code, d.day, d.amount - ${repaidOf('d')} - ${setOffOf('d')} AS "left" FROM debts d
     WHERE d.coop_id = current_setting('app.coop')::uuid AND d.member = $1) d
   WHERE "left" > 0 ORDER BY day, code COLLATE "C"`,
);

/** Works out what a member who leaves is given back, and what she owes: certificates and capital against debts. */
export class SettleMember {
  constructor(private readonly coops: CoopDirectory) {}

  /**
   * @param own the member who asks, where she may see her own alone
   * @throws Refusal `not-found`, `not-yours`
   */
  async run(tx: Transaction, asked: string, own: string | null): Promise<Settlement> {
    const member = await namedMember(tx, asked, own);
    const { name: coop, currency, places } = await this.coops.get(tx);
    const on = await this.coops.today(tx);
    const { name, household } = await tx.one<Pick<Settlement, 'name' | 'household'>>(readMember, [member]);
    const certificates = await tx.query<CertificateRow>(readCertificates, [member]);
    const debts = await tx.query<DebtRow>(readDebts, [member]);
    const books = new PersonalBooks(await accountSums(tx, { until: addDays(on, 1) }));
    const retained = books.ofMember(member)['member-capital'];
    const family = books.ofHousehold(household, []);
    const capital = certificates.reduce((sum, { amount }) => sum + amount, retained);
    const net = debts.reduce((sum, { left }) => sum - left, capital);
    const shown = (amount: bigint): string => formatAmount(amount, places);
    return {
      ...{ coop, on, member, name, household, currency },
      certificates: certificates.map(({ amount, ...certificate }) => ({ ...certificate, amount: shown(amount) })),
      retained: shown(retained),
      debts: debts.map(({ left, ...debt }) => ({ ...debt, left: shown(left) })),
      toPay: shown(net > 0n ? net : 0n),
      toCollect: shown(net < 0n ? -net : 0n),
      householdOwed: shown(family['shares-payable'] + family['household-credit'] + family['household-carried']),
    };
  }
}
