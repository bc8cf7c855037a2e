import { Refusal } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import { refuseShutSeason } from '@ayni/facts/season-door';
import type { Recorder } from '../../domain/labour.js';
import { mayConfirm, type StandingWork } from '../../domain/work.js';
import type { WorkPort } from '../../domain/work.port.js';

/** Confirms work that others did, all or none; from then on it counts in the shares. */
export class ConfirmWork {
  constructor(private readonly work: WorkPort) {}

  async run(
    tx: Transaction,
    codes: readonly string[],
    by: Pick<Recorder, 'user' | 'member'>,
  ): Promise<{ confirmed: number; unchanged: number }> {
    const found = await this.work.find(tx, codes);
    const open = new Map<StandingWork, string>();
    codes.forEach((code, i) => {
      const pointer = `/codes/${i}`;
      const work = found.get(code);
      if (!work) throw new Refusal('unknown-reference', pointer, { what: 'work', code });
      if (mayConfirm(work, by, pointer)) open.set(work, pointer);
    });
    const records = [...open.keys()];
    const pointers = [...open.values()];
    await refuseShutSeason(
      tx,
      records.map(({ day }) => day),
      (i) => pointers[i] ?? '',
    );
    const confirmed = await this.work.confirm(tx, records, by.user);
    return { confirmed, unchanged: codes.length - confirmed };
  }
}
