import { careReader, maySeeCare } from '../../domain/care.js';
import type { CareDay, CareTotalsPort } from '../../domain/care-totals.port.js';
import type { CareCodesPort } from '../../domain/care-codes.port.js';
import type { Admission } from '@ayni/facts/keep-facts';
import { ownCode } from '@ayni/facts/own-code';
import type { CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import type { LoadedRow } from '@ayni/http/commands/load';
import type { Principal } from '@ayni/http/auth/principal';
import type { Standing } from '@ayni/facts/declaration';
import type { Transaction } from '@ayni/database/transaction';
import { care, type Care, type SentCare } from '../../facts/care.js';
import { KeepLabour } from '../keep-labour/keep-labour.js';
import { recorderOf } from '../keep-labour/recorder.js';

/** Keeps care; only who did it and who entered it will see it, and to others it is not there. */
export class KeepCare extends KeepLabour<Care, SentCare> {
  constructor(
    coops: CoopDirectory,
    private readonly codes: CareCodesPort,
    private readonly totals: CareTotalsPort,
  ) {
    super(care, coops);
  }

  /**
   * A record that she may see is known by its code, and so is one that says the same, such as a sheet that a second person
   * enters again; any other code is hers, whoever else uses it.
   */
  protected override async withOwnCodes(
    tx: Transaction,
    rows: readonly LoadedRow<SentCare>[],
  ): Promise<readonly LoadedRow<SentCare>[]> {
    const senders = new Map(rows.map(({ by }) => [by.user, by]));
    const kept = new Map<string, ReadonlyMap<string, string>>();
    for (const [user, by] of senders) {
      const hers = rows.filter((row) => row.by.user === user).map(({ sent }) => sent);
      kept.set(user, await this.codes.kept(tx, hers, careReader(recorderOf(by))));
    }
    return rows.map((row) => {
      const { by, sent } = row;
      return { ...row, sent: { ...sent, code: kept.get(by.user)?.get(sent.code) ?? ownCode(sent.code, by.user) } };
    });
  }

  protected override async find(tx: Transaction, code: string, by: Principal): Promise<Standing<Care> | undefined> {
    const kept = (await this.codes.kept(tx, [{ code }], careReader(recorderOf(by)))).get(code);
    return kept === undefined ? undefined : this.facts.find(tx, kept);
  }

  protected async admit(tx: Transaction, rows: readonly LoadedRow<SentCare>[]): Promise<Admission<Care, SentCare>> {
    const { check } = await this.admitLabour(tx, rows);
    return {
      make: (row) => {
        check(row);
        return row.sent;
      },
      recorded: (facts, commandOf) =>
        this.totals.tell(
          tx,
          facts.map((record) => ({ ...dayOfCare(record), command: commandOf(record) })),
        ),
    };
  }

  protected override reversed(tx: Transaction, record: Care): Promise<void> {
    return this.totals.tell(tx, [dayOfCare(record)]);
  }

  protected override mayReverse(record: Standing<Care>, by: Principal): boolean {
    return maySeeCare(record, careReader(recorderOf(by)));
  }
}

const dayOfCare = ({ member, workedOn }: Care): CareDay => ({ member, day: workedOn });
