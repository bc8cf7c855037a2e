import { all, BIGGEST, every, formatAmount, Refusal, type Centavos } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import type { Admission } from '@ayni/facts/keep-facts';
import type { Standing } from '@ayni/facts/declaration';
import type { LoadedRow } from '@ayni/http/commands/load';
import type { Coop, CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import { knownMembers, refuseNonMember, refuseStranger } from '@ayni/reference-data/register/register';
import type { CertificateTypesPort } from '../../domain/debts/certificate-types.port.js';
import { refuseUsedDebt } from '../../domain/debts/debt.js';
import type { DebtsPort } from '../../domain/debts/debts.port.js';
import { parseAmountInBooks } from '../../domain/ledger/amount-in-books.js';
import type { LedgerPort } from '../../domain/ledger/ledger.port.js';
import { certificateEntry } from '../../domain/ledger/postings.js';
import { certificates, type Certificate, type SentCertificate } from '../../facts/certificate.js';
import { refuseEnded } from '../keep-money/refuse-ended.js';
import { refuseKeptShare } from '../keep-money/refuse-kept-share.js';
import { refuseNotYetMember } from '../keep-money/refuse-not-yet-member.js';
import { refuseTransferred } from '../keep-money/refuse-transferred.js';
import { holdTypes } from '../keep-money/hold-types.js';
import { KeepMoney } from '../keep-money/keep-money.js';

/** Keeps the certificates that members buy; for many that is what makes them members. */
export class KeepCertificates extends KeepMoney<Certificate, SentCertificate> {
  constructor(
    coops: CoopDirectory,
    ledger: LedgerPort,
    private readonly types: CertificateTypesPort,
    private readonly debts: DebtsPort,
  ) {
    super(certificates, 'certificate', coops, ledger);
  }

  /** As an older release took certificates, which were of no type and paid at once. */
  protected override digested({ type, paidAtOnce, ...sent }: SentCertificate): object {
    return {
      ...sent,
      ...(typeof type === 'string' ? { type } : {}),
      ...(typeof paidAtOnce === 'string' ? { paidAtOnce } : {}),
    };
  }

  protected async admit(
    tx: Transaction,
    rows: readonly LoadedRow<SentCertificate>[],
    { places }: Coop,
  ): Promise<Admission<Certificate, SentCertificate>> {
    const named = rows.map(({ sent }) => sent.member);
    const members = await knownMembers(tx, named);
    const types = rows.flatMap(({ sent: { type } }) => type ?? []);
    const ofTypes = await holdTypes(tx, this.types, types, places);
    const households = await this.types.householdsOf(tx, types.length === 0 ? [] : named);
    const known = await this.recordedAmong(tx, rows);
    const owed = rows.flatMap(({ sent: { code, paidAtOnce } }) => (typeof paidAtOnce === 'string' ? [code] : []));
    const otherDebts = await this.debts.ofOtherKinds(tx, 'certificate', owed);
    return {
      make: ({ sent, at }, day) =>
        every(
          () => refuseStranger(members, sent.member, `${at}/member`),
          () => {
            const { member, count, type: code = null } = sent;
            const worth = (): Worth => worthOf(sent, places, at);
            const [{ valueEach, amount }, , paid] = all(
              worth,
              () => {
                if (known.has(sent.code)) return;
                if (code === null) return refuseNonMember(members, member, day, `${at}/member`);
                const type = ofTypes.find(code, at);
                every(
                  () => {
                    if (type.holders === 'members') refuseNotYetMember(members, member, day, `${at}/member`);
                  },
                  () => {
                    const bought = { member, household: households.get(member) ?? '', count, day };
                    ofTypes.buy(type, { ...bought, valueEach: worth().valueEach }, at);
                  },
                );
              },
              () => paidOf(sent, worth().amount, places, at),
            );
            // a repayment names a debt by its code alone
            if (paid < amount && otherDebts.has(sent.code))
              throw new Refusal('code-taken', `${at}/code`, { code: sent.code });
            return {
              ...{ ...sent, type: code, boughtOn: day, valueEach, amount, paid, withdrawnOn: null, transfer: null },
              paidAtOnce: paid === amount ? null : paid,
            };
          },
        ),
      recorded: (facts) =>
        this.ledger.post(
          tx,
          facts.map(({ boughtOn, amount, paid, ...certificate }) =>
            certificateEntry({ ...certificate, day: boughtOn, amount, unpaid: amount - paid }),
          ),
        ),
    };
  }

  /** @throws Refusal `certificate-minimum` where too few of a type would be left to her, and why they are hers no longer */
  protected override async takeBack(
    tx: Transaction,
    fact: Standing<Certificate>,
    reason: string,
    by: string,
  ): Promise<void> {
    const owed = await this.debts.hold(tx, [fact.code]);
    const held = await certificates.hold(tx, [fact.code]);
    refuseEnded(held.get(fact.code) ?? fact, '');
    await refuseKeptShare(tx, fact.code);
    await refuseTransferred(tx, fact.code);
    const { places } = await this.coops.get(tx);
    for (const debt of owed) if (debt.kind === 'certificate') refuseUsedDebt(debt, places);
    if (fact.type !== null) {
      const ofTypes = await holdTypes(tx, this.types, [fact.type], places);
      ofTypes.giveUp(ofTypes.find(fact.type, ''), fact);
    }
    await super.takeBack(tx, fact, reason, by);
  }
}

type Worth = { readonly valueEach: Centavos; readonly amount: Centavos };

/** What certificates are worth. @throws Refusal `bad-amount`, `amount-too-large` */
function worthOf({ valueEach: text, count }: SentCertificate, places: number, at: string): Worth {
  const valueEach = parseAmountInBooks(text, places, `${at}/valueEach`);
  const amount = (BigInt(count) * valueEach) as Centavos; // whole certificates, each of so much
  if (amount > BIGGEST / 1_000_000n) throw new Refusal('amount-too-large', `${at}/count`);
  return { valueEach, amount };
}

/** What of certificates is paid on the day on which they are bought. @throws Refusal `bad-amount`, `debt-overpaid` */
function paidOf({ code, paidAtOnce }: SentCertificate, amount: Centavos, places: number, at: string): Centavos {
  if (typeof paidAtOnce !== 'string') return amount;
  const paid = parseAmountInBooks(paidAtOnce, places, `${at}/paidAtOnce`);
  if (paid > amount)
    throw new Refusal('debt-overpaid', `${at}/paidAtOnce`, { debt: code, left: formatAmount(amount, places) });
  return paid;
}
