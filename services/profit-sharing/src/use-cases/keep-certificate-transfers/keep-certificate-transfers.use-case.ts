import { centavos, each, every, formatAmount, isThere, nameKey, Refusal, type Centavos } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import type { Admission } from '@ayni/facts/keep-facts';
import type { Standing } from '@ayni/facts/declaration';
import type { Entry } from '@ayni/facts/fact-store';
import { digestOf } from '@ayni/facts/record';
import type { LoadedRow } from '@ayni/http/commands/load';
import type { Coop, CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import { knownMembers, refuseStranger } from '@ayni/reference-data/register/register';
import type { CertificateTypesPort } from '../../domain/debts/certificate-types.port.js';
import type { LedgerPort } from '../../domain/ledger/ledger.port.js';
import { certificateTransferEntry } from '../../domain/ledger/postings.js';
import { certificates, type Certificate } from '../../facts/certificate.js';
import {
  certificateTransfers,
  type CertificateTransfer,
  type SentCertificateTransfer,
} from '../../facts/certificate-transfer.js';
import { refuseEnded } from '../keep-money/refuse-ended.js';
import { holdTypes } from '../keep-money/hold-types.js';
import { KeepMoney } from '../keep-money/keep-money.js';
import { refuseNotYetMember } from '../keep-money/refuse-not-yet-member.js';

/** Keeps certificates that pass from one member to another: each once, to a member of that day, and worth what they were. */
export class KeepCertificateTransfers extends KeepMoney<CertificateTransfer, SentCertificateTransfer> {
  constructor(
    coops: CoopDirectory,
    ledger: LedgerPort,
    private readonly types: CertificateTypesPort,
  ) {
    super(certificateTransfers, 'certificate-transfer', coops, ledger);
  }

  protected async admit(
    tx: Transaction,
    rows: readonly LoadedRow<SentCertificateTransfer>[],
    coop: Coop,
  ): Promise<Admission<CertificateTransfer, SentCertificateTransfer>> {
    const sent = rows.map((row) => row.sent);
    const held = await certificates.hold(
      tx,
      sent.map(({ certificate }) => certificate),
    );
    const taken = await certificates.load(tx, sent.flatMap(newCodes));
    const kept = await this.facts.load(
      tx,
      sent.map(({ code }) => code),
    );
    const takers = sent.map(({ taker }) => taker);
    const members = await knownMembers(tx, takers);
    const types = [...held.values()].flatMap(({ type }) => type ?? []);
    const ofTypes = await holdTypes(tx, this.types, types, coop.places);
    const households = await this.types.householdsOf(tx, types.length === 0 ? [] : takers);
    const gone = new Set<string>();
    const written = new Set<string>();
    return {
      make: ({ sent: asked, at }, day) => {
        const known = kept.get(asked.code);
        const refuseUnknownTaker = (): void => refuseStranger(members, asked.taker, `${at}/taker`);
        if (known) {
          // what was entered before was counted then
          refuseUnknownTaker();
          return known;
        }
        const given = every(refuseUnknownTaker, () => {
          const found = held.get(asked.certificate);
          if (found?.reversal !== null)
            throw new Refusal('unknown-reference', `${at}/certificate`, {
              ...{ what: 'certificate', code: asked.certificate },
            });
          return found;
        });
        every(
          () => refuseEnded(gone.has(given.code) ? { ...given, withdrawnOn: day } : given, `${at}/certificate`),
          () => {
            if (given.paid < given.amount)
              throw new Refusal('certificate-unpaid', `${at}/certificate`, {
                ...{ certificate: given.code, left: formatAmount(given.amount - given.paid, coop.places) },
              });
          },
          () => {
            if (day < given.boughtOn)
              throw new Refusal('wrong-order', `${at}/transferredOn`, { detail: 'before-purchase' });
          },
          () => {
            if (asked.taker === given.member) throw new Refusal('same-member', `${at}/taker`, { member: asked.taker });
            refuseNotYetMember(members, asked.taker, day, `${at}/taker`);
          },
          () => refuseCount(asked, given, at),
          () =>
            each(newCodes(asked), (code) => {
              const pointer = `${at}/${code === asked.code ? 'code' : 'rest'}`;
              if (written.has(nameKey(code))) throw new Refusal('duplicate-code', pointer, { code });
              if (taken.has(code)) throw new Refusal('code-taken', pointer, { code });
              written.add(nameKey(code));
            }),
        );
        if (given.type !== null)
          ofTypes.transfer(
            ofTypes.find(given.type, at),
            {
              ...{ giver: given.member, taker: asked.taker, household: households.get(asked.taker) ?? '' },
              ...{ count: asked.count },
            },
            { member: `${at}/taker`, count: `${at}/count` },
          );
        gone.add(given.code);
        return {
          ...{ code: asked.code, transferredOn: day, certificate: given.code, giver: given.member, taker: asked.taker },
          ...{ count: asked.count, rest: asked.rest ?? null, type: given.type, document: asked.document ?? '' },
          amount: worth(asked.count, given.valueEach),
        };
      },
      recorded: async (facts) => {
        await this.ledger.post(
          tx,
          facts.map((transfer) => certificateTransferEntry({ ...transfer, day: transfer.transferredOn })),
        );
        const rowOf = new Map(rows.map((row) => [row.sent.code, row]));
        const entered = facts.flatMap((transfer): Entry<Certificate>[] => {
          const [row, given] = [rowOf.get(transfer.code), held.get(transfer.certificate)];
          if (!row || !given) return [];
          const by = { digest: digestOf(row.sent), by: row.by.user, at: row.at, cause: row.cause };
          return heldAfter(transfer, given).map((fact) => ({ fact, ...by }));
        });
        await certificates.record(tx, entered, coop);
      },
    };
  }

  /**
   * @throws Refusal `certificate-withdrawn`, `certificate-transferred` where either did something with hers since;
   * `certificate-minimum`, `household-holds` where they may not hold now what they held before
   */
  protected override async takeBack(
    tx: Transaction,
    fact: Standing<CertificateTransfer>,
    reason: string,
    by: string,
  ): Promise<void> {
    const codes = newCodes(fact);
    const held = await certificates.hold(tx, [fact.certificate, ...codes]);
    const entered = codes.flatMap((code) => held.get(code) ?? []);
    for (const certificate of entered) refuseEnded(certificate, '');
    const coop = await this.coops.get(tx);
    if (fact.type !== null) {
      const { type, taker: giver, giver: taker, count } = fact;
      const ofTypes = await holdTypes(tx, this.types, [type], coop.places);
      const household = (await this.types.householdsOf(tx, [taker])).get(taker) ?? '';
      ofTypes.transfer(ofTypes.find(type, ''), { giver, taker, household, count });
    }
    for (const certificate of entered) await certificates.reverse(tx, certificate, { reason, by }, coop);
    await super.takeBack(tx, fact, reason, by);
  }
}

/** The codes under which certificates are entered anew: those of the other, and those that the giver keeps. */
const newCodes = ({ code, rest }: { readonly code: string; readonly rest?: string | null }): string[] =>
  isThere(rest) ? [code, rest] : [code];

const worth = (count: number, valueEach: Centavos): Centavos => centavos(BigInt(count) * valueEach);

/** @throws Refusal `too-few-certificates`, `bad-field` where what she keeps has no code, or nothing is kept under one */
function refuseCount({ count, rest }: SentCertificateTransfer, given: Certificate, at: string): void {
  if (count > given.count)
    throw new Refusal('too-few-certificates', `${at}/count`, { certificate: given.code, count: String(given.count) });
  const hasRest = typeof rest === 'string';
  if (hasRest !== count < given.count)
    throw new Refusal('bad-field', `${at}/rest`, { detail: hasRest ? 'nothing-kept' : 'rest-needed' });
}

/** What either holds after a transfer: as it was, from that day on. */
function heldAfter(transfer: CertificateTransfer, given: Certificate): Certificate[] {
  const entry = (code: string, member: string, count: number): Certificate => {
    const amount = worth(count, given.valueEach);
    return {
      ...{ code, member, count, boughtOn: transfer.transferredOn, valueEach: given.valueEach, type: given.type },
      ...{ amount, paid: amount, paidAtOnce: null, withdrawnOn: null, transfer: null },
    };
  };
  const theirs = entry(transfer.code, transfer.taker, transfer.count);
  return transfer.rest === null ? [theirs] : [theirs, entry(transfer.rest, given.member, given.count - transfer.count)];
}
