import type { Account } from './accounts.js';

/**
 * Where each account stands in the chart that accountants number: class, group, subgroup and account. What is bound to a
 * purpose has groups of its own (1.3 and 2.2), so that own money is never added to it below the class.
 */
export const CHART = {
  cash: '1.1.1.01',
  bank: '1.1.1.02',
  receivables: '1.1.2.01',
  'member-advances': '1.1.2.02',
  'member-loans': '1.1.2.03',
  'member-fines': '1.1.2.04',
  assets: '1.2.1.01',
  'restricted-cash': '1.3.1.01',
  'grants-receivable': '1.3.1.02',
  'shares-payable': '2.1.1.01',
  'household-carried': '2.1.1.02',
  'household-credit': '2.1.1.03',
  suppliers: '2.1.2.01',
  'restricted-funds': '2.2.1.01',
  'asset-grants': '2.2.1.02',
  'member-capital': '3.1.1.01',
  certificates: '3.1.1.02',
  'certificates-owed': '3.1.1.03',
  'donated-funds': '3.1.2.01',
  'opening-equity': '3.1.3.01',
  funds: '3.2.1.01',
  'fund-draws': '3.2.1.02',
  fines: '3.2.2.01',
  'losses-forward': '3.3.1.01',
  'result-appropriated': '3.3.1.02',
  'sales-revenue': '4.1.1.01',
  'cash-over': '4.2.1.01',
  'asset-gains': '4.2.1.02',
  'produce-purchases': '5.1.1.01',
  expenses: '5.2.1.01',
  'cash-short': '5.2.1.02',
  'write-offs': '5.2.1.03',
  'asset-release': '5.2.1.04',
  'asset-losses': '5.2.1.05',
} as const satisfies Record<Account, string>;

/** Where income less costs stands among the equity, until runs and years have no more of it to come. */
export const RESULT_CODE = '3.3.1.09';

/** What an account, or something else with a code of the chart, comes to: one sum or several beside each other. */
export type ChartLeaf = { readonly code: string; readonly account: Account | null; readonly sums: readonly bigint[] };

/** A row of a report: of a class, group or subgroup (levels 1 to 3), with what stands under it, or of an account (4). */
export type ChartRow = ChartLeaf & { readonly level: number };

/** Leaves in the order of the chart, with the sums of their classes, groups and subgroups before them. */
export function inChart(leaves: readonly ChartLeaf[]): ChartRow[] {
  const sorted = [...leaves].sort((one, other) => (one.code < other.code ? -1 : 1));
  const rows = new Map<string, ChartRow>();
  for (const leaf of sorted) {
    for (const code of groupsOf(leaf.code)) {
      const known = rows.get(code);
      rows.set(code, {
        code,
        account: null,
        level: levelOf(code),
        sums: known ? added(known.sums, leaf.sums) : leaf.sums,
      });
    }
    rows.set(leaf.code, { ...leaf, level: levelOf(leaf.code) });
  }
  return [...rows.values()];
}

/** What several come to together. */
export const sumOf = (leaves: readonly ChartLeaf[], width: number): readonly bigint[] =>
  leaves.reduce<readonly bigint[]>(
    (sums, leaf) => added(sums, leaf.sums),
    Array.from({ length: width }, () => 0n),
  );

/** The class, group and subgroup of an account, from the widest: `1`, `1.1` and `1.1.1` of `1.1.1.01`. */
export function groupsOf(code: string): string[] {
  const parts = code.split('.');
  return parts.slice(0, -1).map((_, i) => parts.slice(0, i + 1).join('.'));
}

const levelOf = (code: string): number => code.split('.').length;

const added = (sums: readonly bigint[], more: readonly bigint[]): bigint[] =>
  sums.map((sum, i) => sum + (more[i] ?? 0n));
