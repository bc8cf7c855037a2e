import { Refusal } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import type { CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import { refuseShut, seasonsOf } from '@ayni/facts/season-door';
import type { Recorder } from '../../domain/labour.js';
import type { ConfirmationsPort } from '../../domain/confirmations.port.js';
import { isOnePersons, mayConfirm, type StandingWork } from '../../domain/work.js';
import type { Standing } from '@ayni/facts/declaration';
import { activeUsers } from '@ayni/reference-data/users/known-users';
import { work, type Work } from '../../facts/work.js';

/** The roles of which one is needed to confirm work. */
export const CONFIRMING_ROLES = ['manager', 'president'] as const;

/** Confirms work that others did, all or none; from then on it counts in the shares. */
export class ConfirmWork {
  constructor(
    private readonly coops: CoopDirectory,
    private readonly confirmations: ConfirmationsPort,
  ) {}

  async run(
    tx: Transaction,
    codes: readonly string[],
    by: Pick<Recorder, 'user' | 'member'>,
  ): Promise<{ confirmed: number; unchanged: number }> {
    const found = await work.load(tx, codes);
    const open = new Map<Standing<Work>, string>();
    codes.forEach((code, i) => {
      const pointer = `/codes/${i}`;
      const record = found.get(code);
      if (!record) throw new Refusal('unknown-reference', pointer, { what: 'work', code });
      if (mayConfirm(stateOf(record), by, pointer)) open.set(record, pointer);
    });
    const records = [...open.keys()];
    const seasons = await seasonsOf(
      tx,
      records.map(({ workedOn }) => workedOn),
    );
    for (const [{ workedOn }, pointer] of open) refuseShut(seasons, workedOn, pointer);
    const others = await activeUsers(tx, CONFIRMING_ROLES);
    const confirmer = { name: by.user, member: by.member };
    const confirmed = await this.confirmations.add(
      tx,
      [...open].map(([record, pointer]) => ({
        code: record.code,
        onePerson: isOnePersons(stateOf(record), confirmer, others, pointer),
      })),
      by.user,
    );
    work.tell(
      tx,
      records.filter(({ code }) => confirmed.has(code)),
      await this.coops.get(tx),
    );
    return { confirmed: confirmed.size, unchanged: codes.length - confirmed.size };
  }
}

const stateOf = (record: Standing<Work>): StandingWork => ({
  ...record,
  confirmed: record.confirmedBy !== null,
  reversed: record.reversal !== null,
});
