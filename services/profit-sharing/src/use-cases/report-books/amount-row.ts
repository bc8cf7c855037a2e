import { AmountField } from '@ayni/http/fields';
import { formatAmount, type Language } from '@ayni/kernel';
import type { Report } from '../../domain/ledger/reports.js';
import { lastRow, ReportRow, shownInChart } from './report-row.js';

/** A row of a report with one amount. */
export class AmountRow extends ReportRow {
  @AmountField({ description: 'on the side on which its class grows; below zero where it stands on the other' })
  amount!: string;
}

/** The rows of a report with one amount, and what it comes to in the last. */
export const amountRows = (
  { rows, total }: Report,
  last: Parameters<typeof lastRow>[0],
  language: Language,
  places: number,
): AmountRow[] => [
  ...rows.map((row) => ({ ...shownInChart(row, language), amount: formatAmount(row.sums[0] ?? 0n, places) })),
  { ...lastRow(last, language), amount: formatAmount(total[0] ?? 0n, places) },
];
