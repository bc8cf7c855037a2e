import { Refusal } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import type { Reversal } from '@ayni/facts/reverse';
import { refuseShutSeason } from '@ayni/facts/season-door';
import type { Recorder } from '../../domain/labour.js';
import { mayReverseWork } from '../../domain/work.js';
import type { WorkPort } from '../../domain/work.port.js';

/**
 * Takes a work record back while its season is open. The transaction holds the co-op's lock alone:
 * nobody may confirm the record while this decides whether the others were told of it.
 */
export class ReverseWork {
  constructor(private readonly work: WorkPort) {}

  async run(
    tx: Transaction,
    { code, reason }: Omit<Reversal, 'by'>,
    recorder: Recorder,
  ): Promise<{ reversed: string }> {
    const work = (await this.work.find(tx, [code])).get(code);
    if (!work || !mayReverseWork(work, recorder)) throw new Refusal('not-found', '', { what: `work ${code}` });
    await refuseShutSeason(tx, [work.day]);
    await this.work.reverse(tx, work, reason, recorder.user);
    return { reversed: code };
  }
}
