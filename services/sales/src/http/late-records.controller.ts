import { mayComeLate } from '@ayni/facts/late/late-kind';
import { lateRecordsController } from '@ayni/facts/late/late-records.controller';
import { sales } from '../facts/sale.js';
import { KeepSales } from '../use-cases/keep-sales/keep-sales.use-case.js';

/** What was kept on phones without signal and came when its season was closed. */
export const LateSalesController = lateRecordsController([mayComeLate(sales, KeepSales, ['manager', 'seller'])]);
