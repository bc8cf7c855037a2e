import { every } from '@ayni/kernel';
import { addersOf } from '@ayni/attachments/attachment-store';
import { refuseUnknownFile } from '@ayni/attachments/named-attachments';
import { refuseRetired } from '@ayni/facts/registered/retired';
import type { Admission } from '@ayni/facts/keep-facts';
import type { CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import type { LoadedRow } from '@ayni/http/commands/load';
import type { Principal } from '@ayni/http/auth/principal';
import type { Standing } from '@ayni/facts/declaration';
import type { Transaction } from '@ayni/database/transaction';
import { mayReverseWork } from '../../domain/work.js';
import { refuseNonMember } from '@ayni/reference-data/register/register';
import type { KnownCode, WorkCodesPort } from '../../domain/work-codes.port.js';
import type { WorkDaysPort } from '../../domain/work-days.port.js';
import type { StructuresPort } from '../../domain/structures.port.js';
import { work, type SentWork, type Work } from '../../facts/work.js';
import { KeepLabour } from '../keep-labour/keep-labour.js';
import { recorderOf } from '../keep-labour/recorder.js';
import { ownerOf, refuseLongCode, workCode } from './work-code.js';

const UNKNOWN: KnownCode = { kept: null, taken: false };

/** Keeps work; none of it counts before it is confirmed, and nobody works more on a day than the day has. */
export class KeepWork extends KeepLabour<Work, SentWork> {
  /** Nobody may confirm a record while it is decided whether the others were told of it. */
  override readonly reversalLock = 'exclusive';

  constructor(
    coops: CoopDirectory,
    private readonly structures: StructuresPort,
    private readonly days: WorkDaysPort,
    private readonly codes: WorkCodesPort,
  ) {
    super(work, coops);
  }

  /** A member whose code is another's already has it as one of her own, so that it tells her nothing of the other. */
  protected override async withOwnCodes(
    tx: Transaction,
    rows: readonly LoadedRow<SentWork>[],
  ): Promise<readonly LoadedRow<SentWork>[]> {
    const makesOwn = rows.some(({ by }) => ownerOf(by) !== null);
    const known = await this.codes.known(
      tx,
      rows.map(({ sent }) => sent),
      makesOwn,
    );
    return rows.map((row, i) => {
      const { sent, by } = row;
      const code = workCode(sent.code, known[i] ?? UNKNOWN, ownerOf(by));
      return code === sent.code ? row : { ...row, sent: { ...sent, code } };
    });
  }

  /** A member calls what is hers by the code that she sent; who sees all, by that under which it is kept. */
  protected override async find(tx: Transaction, code: string, by: Principal): Promise<Standing<Work> | undefined> {
    const member = ownerOf(by);
    if (member === null) return super.find(tx, code, by);
    const [known] = await this.codes.known(tx, [{ code, member }], false);
    const kept = known?.kept ?? null;
    return kept === null ? undefined : super.find(tx, kept, by);
  }

  protected async admit(tx: Transaction, rows: readonly LoadedRow<SentWork>[]): Promise<Admission<Work, SentWork>> {
    const { members, check } = await this.admitLabour(tx, rows);
    const named = rows.map(({ sent }) => sent.structure ?? null).filter((code) => code !== null);
    const known = await this.structures.known(tx, [...new Set(named)]);
    const worked = rows.map(({ sent: { member, workedOn } }) => ({ member, day: workedOn }));
    const days = await this.days.hold(tx, worked);
    const recorded = await this.recordedAmong(tx, rows);
    const adders = await addersOf(
      tx,
      rows.flatMap(({ sent }) => sent.attachments ?? []),
    );
    return {
      make: (row, day) => {
        const { code, member, minutes } = row.sent;
        const structure = row.sent.structure ?? null;
        const attachments = filesOf(row.sent);
        return every(
          () => {
            check(row);
            if (recorded.has(code)) return;
            refuseLongCode(code, ownerOf(row.by), `${row.at}/code`);
            refuseNonMember(members, member, day, `${row.at}/member`);
            days.add({ member, day, minutes }, `${row.at}/minutes`);
          },
          () => {
            if (!recorded.has(code)) refuseUnknownFile(adders, attachments ?? [], row.by, `${row.at}/attachments`);
          },
          () => {
            if (structure !== null && !recorded.has(code))
              refuseRetired(known.get(structure), structure, day, 'structure', `${row.at}/structure`);
            return { ...row.sent, structure, attachments, confirmedBy: null, confirmedAt: null, onePerson: null };
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
    const { attachments: _, ...digested } = { ...super.digested(sent), attachments: null };
    const attachments = filesOf(sent);
    // records of releases that knew no files are still the same
    return {
      ...digested,
      structure: sent.structure ?? null,
      ...(attachments === null ? {} : { attachments }),
    };
  }
}

/** The files that a record names, each once; null where it names none. */
function filesOf({ attachments }: SentWork): readonly string[] | null {
  return attachments ? [...new Set(attachments)] : null;
}
