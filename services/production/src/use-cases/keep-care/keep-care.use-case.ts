import type { Transaction } from '@ayni/messaging';
import type { Admission, CoopDirectory, LoadedRow, Principal, Standing } from '@ayni/service-kit';
import { careReader, maySeeCare } from '../../domain/care.js';
import { care, type Care, type SentCare } from '../../facts/care.js';
import { KeepLabour } from '../keep-labour/keep-labour.js';
import { recorderOf } from '../keep-labour/recorder.js';

/** Keeps care; only who did it and who entered it will see it, and to others it is not there. */
export class KeepCare extends KeepLabour<Care, SentCare> {
  constructor(coops: CoopDirectory) {
    super(care, coops);
  }

  protected async admit(tx: Transaction, rows: readonly LoadedRow<SentCare>[]): Promise<Admission<Care, SentCare>> {
    const check = await this.admitLabour(tx, rows);
    return {
      make: (row) => {
        check(row);
        return row.sent;
      },
    };
  }

  protected override mayReverse(record: Standing<Care>, by: Principal): boolean {
    return maySeeCare(record, careReader(recorderOf(by)));
  }
}
