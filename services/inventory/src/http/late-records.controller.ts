import { mayComeLate } from '@ayni/facts/late/late-kind';
import { lateRecordsController } from '@ayni/facts/late/late-records.controller';
import { deliveries } from '../facts/delivery.js';
import { losses } from '../facts/loss.js';
import { KeepDeliveries } from '../use-cases/keep-deliveries/keep-deliveries.use-case.js';
import { KeepLosses } from '../use-cases/keep-losses/keep-losses.use-case.js';

/** What was kept on phones without signal and came when its season was closed. */
export const LateProduceController = lateRecordsController([
  mayComeLate(deliveries, KeepDeliveries, ['manager']),
  mayComeLate(losses, KeepLosses, ['manager']),
]);
