import { every } from '@ayni/kernel';
import { refuseOthersLabour } from '../../domain/labour.js';
import type { LoadedRow } from '@ayni/http/commands/load';
import type { Transaction } from '@ayni/database/transaction';
import { KeepFacts } from '@ayni/facts/keep-facts';
import { knownMembers, refuseStranger, type KnownMembers } from '@ayni/reference-data/register/register';
import type { Labour } from '../../facts/labour.js';
import { recorderOf } from './recorder.js';

/** Keeps labour of whatever kind: of members, entered by who may enter it. */
export abstract class KeepLabour<Row extends Labour, SentRow extends Labour> extends KeepFacts<Row, SentRow> {
  /** @returns the members that are named, and a check that refuses, with the row's place, `not-yours` and `unknown-reference` */
  protected async admitLabour(
    tx: Transaction,
    rows: readonly LoadedRow<SentRow>[],
  ): Promise<{ readonly members: KnownMembers; readonly check: (row: LoadedRow<SentRow>) => void }> {
    const members = await knownMembers(
      tx,
      rows.map(({ sent }) => sent.member),
    );
    const check = ({ sent: { member }, at, by }: LoadedRow<SentRow>): void => {
      every(
        () => refuseOthersLabour(member, recorderOf(by), `${at}/member`),
        () => refuseStranger(members, member, `${at}/member`),
      );
    };
    return { members, check };
  }

  /** Whose day it was had another name before; the same record sent again is still the same. */
  protected override digested({ workedOn, ...labour }: SentRow): object {
    return { ...labour, day: workedOn };
  }
}
