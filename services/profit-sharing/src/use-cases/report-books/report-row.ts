import { CodeField, OneOfField, ShownTextField, WholeField } from '@ayni/http/fields';
import { inWords, type Language } from '@ayni/kernel';
import { ACCOUNTS, type Account } from '../../domain/ledger/accounts.js';
import type { ChartRow } from '../../domain/ledger/chart.js';

/** A row of a report by the chart of accounts. */
export class ReportRow {
  @CodeField({ nullable: true, description: 'in the chart of accounts; null of a sum that has none' })
  code!: string | null;
  @WholeField(1, 4, { description: '1 a class, 2 a group, 3 a subgroup, 4 an account; 1 also of the last sum' })
  level!: number;
  @OneOfField(Object.keys(ACCOUNTS), { nullable: true, description: 'null of what is a sum of others' })
  account!: Account | null;
  @ShownTextField({ description: 'as accountants call it' }) label!: string;
}

/** What a row of the chart shows beside its sums. */
export const shownInChart = ({ code, level, account }: ChartRow, language: Language): ReportRow => ({
  code,
  level,
  account,
  label: account === null ? inWords('chart', code, language) : inWords('account', account, language),
});

/** The row in which a report ends. */
export const lastRow = (word: 'total' | 'liabilities-and-equity' | 'result', language: Language): ReportRow => ({
  code: null,
  level: 1,
  account: null,
  label: inWords('chart', word, language),
});
