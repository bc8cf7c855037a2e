import { Refusal } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import type { Reversal } from '@ayni/facts/reverse';
import { refuseShutSeason } from '@ayni/facts/season-door';
import { careReader, maySeeCare } from '../../domain/care.js';
import type { CarePort } from '../../domain/care.port.js';
import type { Recorder } from '../../domain/labour.js';

/** Takes a care record back while its season is open; to who may not see it, it is not there. */
export class ReverseCare {
  constructor(private readonly care: CarePort) {}

  async run(
    tx: Transaction,
    { code, reason }: Omit<Reversal, 'by'>,
    recorder: Recorder,
  ): Promise<{ reversed: string }> {
    const care = await this.care.find(tx, code);
    if (!care || !maySeeCare(care, careReader(recorder))) throw new Refusal('not-found', '', { what: `care ${code}` });
    await refuseShutSeason(tx, [care.day]);
    await this.care.reverse(tx, care, reason, recorder.user);
    return { reversed: code };
  }
}
