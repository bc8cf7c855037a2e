import { every } from '@ayni/kernel';
import { refuseRetired } from '@ayni/facts/registered/retired';
import type { Admission } from '@ayni/facts/keep-facts';
import type { CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import type { LoadedRow } from '@ayni/http/commands/load';
import type { Principal } from '@ayni/http/auth/principal';
import type { Standing } from '@ayni/facts/declaration';
import type { Transaction } from '@ayni/database/transaction';
import { mayReverseWork } from '../../domain/work.js';
import { refuseNonMember } from '@ayni/reference-data/register/register';
import type { WorkDaysPort } from '../../domain/work-days.port.js';
import type { StructuresPort } from '../../domain/structures.port.js';
import { work, type SentWork, type Work } from '../../facts/work.js';
import { KeepLabour } from '../keep-labour/keep-labour.js';
import { recorderOf } from '../keep-labour/recorder.js';

/** Keeps work; none of it counts before it is confirmed, and nobody works more on a day than the day has. */
export class KeepWork extends KeepLabour<Work, SentWork> {
  /** Nobody may confirm a record while it is decided whether the others were told of it. */
  override readonly reversalLock = 'exclusive';

  constructor(
    coops: CoopDirectory,
    private readonly structures: StructuresPort,
    private readonly days: WorkDaysPort,
  ) {
    super(work, coops);
  }

  protected async admit(tx: Transaction, rows: readonly LoadedRow<SentWork>[]): Promise<Admission<Work, SentWork>> {
    const { members, check } = await this.admitLabour(tx, rows);
    const named = rows.map(({ sent }) => sent.structure ?? null).filter((code) => code !== null);
    const known = await this.structures.known(tx, [...new Set(named)]);
    const worked = rows.map(({ sent: { member, workedOn } }) => ({ member, day: workedOn }));
    const days = await this.days.hold(tx, worked);
    const recorded = await this.recordedAmong(tx, rows);
    return {
      make: (row, day) => {
        const { code, member, minutes } = row.sent;
        const structure = row.sent.structure ?? null;
        return every(
          () => {
            check(row);
            if (recorded.has(code)) return;
            refuseNonMember(members, member, day, `${row.at}/member`);
            days.add({ member, day, minutes }, `${row.at}/minutes`);
          },
          () => {
            if (structure !== null && !recorded.has(code))
              refuseRetired(known, structure, day, 'structure', `${row.at}/structure`);
            return { ...row.sent, structure, confirmedBy: null, confirmedAt: null, onePerson: null };
          },
        );
      },
    };
  }

  protected override mayReverse({ member }: Work, by: Principal): boolean {
    return mayReverseWork(member, recorderOf(by));
  }

  protected override async takeBack(
    tx: Transaction,
    record: Standing<Work>,
    reason: string,
    by: string,
  ): Promise<void> {
    const how = { reason, by, told: record.confirmedBy !== null };
    return this.facts.reverse(tx, record, how, await this.coops.get(tx));
  }

  protected override digested(sent: SentWork): object {
    return { ...super.digested(sent), structure: sent.structure ?? null };
  }
}
