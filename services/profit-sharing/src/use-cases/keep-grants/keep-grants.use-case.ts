import { addersOf } from '@ayni/attachments/attachment-store';
import { eachOnce, refuseUnknownFile } from '@ayni/attachments/named-attachments';
import { all, centavos, every, formatAmount, parseDay, Refusal, type Centavos } from '@ayni/kernel';
import type { Admission } from '@ayni/facts/keep-facts';
import type { Coop, CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import type { LoadedRow } from '@ayni/http/commands/load';
import type { Standing } from '@ayni/facts/declaration';
import type { Transaction } from '@ayni/database/transaction';
import { parseAmountInBooks } from '../../domain/ledger/amount-in-books.js';
import { entryOf } from '../../domain/ledger/entry.js';
import { isOwnMoney } from '../../domain/facts.js';
import { grantLines } from '../../domain/grants/grant-lines.js';
import type { LedgerPort } from '../../domain/ledger/ledger.port.js';
import { grants, type Grant, type SentGrant } from '../../facts/grant.js';
import { budgetOf } from './budget-of.js';
import { KeepMoney } from '../keep-money/keep-money.js';

const NOTHING = centavos(0n);

/** Keeps what funders agreed to give; what came with the agreement is received with it. */
export class KeepGrants extends KeepMoney<Grant, SentGrant> {
  constructor(coops: CoopDirectory, ledger: LedgerPort) {
    super(grants, 'grant', coops, ledger);
  }

  protected override datedBy(sent: SentGrant): 'agreedOn' | 'receivedOn' {
    return sent.receivedOn ? 'receivedOn' : 'agreedOn';
  }

  /** As an older release took a grant, which knew one day only. */
  protected override digested({ agreedOn, receivedOn, ...sent }: SentGrant): object {
    return { ...sent, ...(receivedOn ? { receivedOn } : { agreedOn }) };
  }

  protected async admit(
    tx: Transaction,
    rows: readonly LoadedRow<SentGrant>[],
    { places }: Coop,
  ): Promise<Admission<Grant, SentGrant>> {
    const known = await this.recordedAmong(tx, rows);
    const adders = await addersOf(
      tx,
      rows.flatMap(({ sent }) => sent.attachments ?? []),
    );
    return {
      make: ({ sent, at, by }, day) =>
        every(
          () => {
            if (!known.has(sent.code)) refuseUnknownFile(adders, sent.attachments ?? [], by, `${at}/attachments`);
          },
          () => {
            if (isOwnMoney(sent.code)) throw new Refusal('bad-field', `${at}/code`, { detail: 'own-money' });
          },
          () => {
            if (sent.agreedOn && sent.receivedOn)
              throw new Refusal('bad-field', `${at}/receivedOn`, {
                detail: 'one-day',
              });
          },
          () => {
            const agreed = (): Centavos => parseAmountInBooks(sent.amount, places, `${at}/amount`);
            const [amount, lines] = all(agreed, () => budgetOf(sent, agreed, places, at));
            const receivedOn = sent.receivedOn ? parseDay(sent.receivedOn) : null;
            const received = receivedOn ? amount : NOTHING;
            const moved = { refunded: NOTHING, spent: NOTHING, writtenOff: NOTHING, recovered: NOTHING, owed: NOTHING };
            return {
              ...{ ...sent, amount, received, ...moved, left: amount, agreedOn: day, receivedOn },
              ...{ document: sent.document ?? null, attachments: eachOnce(sent.attachments) },
              lines,
            };
          },
        ),
      recorded: (facts) =>
        this.ledger.post(
          tx,
          facts.map((grant) => {
            const agreed = { ...grant, agreed: grant.amount };
            const lines = grantLines({ ...agreed, received: 0n }, agreed);
            return entryOf({ source: 'grant', code: grant.code, day: grant.agreedOn }, lines);
          }),
        ),
    };
  }

  /** @throws Refusal `grant-in-use` where documents stand that name it */
  protected override async takeBack(
    tx: Transaction,
    grant: Standing<Grant>,
    reason: string,
    by: string,
  ): Promise<void> {
    const { code } = grant;
    const now = (await this.facts.hold(tx, [code])).get(code) ?? grant;
    const inReceipts = now.received - (now.receivedOn ? now.amount : 0n);
    const moved = inReceipts + now.refunded + now.writtenOff + now.recovered;
    if (now.reversal === null && (now.spent > 0n || moved > 0n)) {
      const { places } = await this.coops.get(tx);
      const amounts = { spent: formatAmount(now.spent, places), moved: formatAmount(moved, places) };
      throw new Refusal('grant-in-use', '', { grant: code, ...amounts });
    }
    return super.takeBack(tx, grant, reason, by);
  }
}
