import { mayComeLate } from '@ayni/facts/late/late-kind';
import { lateRecordsController } from '@ayni/facts/late/late-records.controller';
import { harvests } from '../facts/harvest.js';
import { work } from '../facts/work.js';
import { KeepHarvests } from '../use-cases/keep-harvests/keep-harvests.use-case.js';
import { KeepWork } from '../use-cases/keep-work/keep-work.use-case.js';

/** What was kept on phones without signal and came when its season was closed. */
export const LateFieldController = lateRecordsController([
  mayComeLate(harvests, KeepHarvests, ['manager']),
  mayComeLate(work, KeepWork, ['manager', 'member']),
]);
