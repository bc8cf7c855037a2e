import { careReader, maySeeCare } from '../../domain/care.js';
import type { Admission } from '@ayni/facts/keep-facts';
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
  constructor(coops: CoopDirectory) {
    super(care, coops);
  }

  protected async admit(tx: Transaction, rows: readonly LoadedRow<SentCare>[]): Promise<Admission<Care, SentCare>> {
    const { check } = await this.admitLabour(tx, rows);
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
